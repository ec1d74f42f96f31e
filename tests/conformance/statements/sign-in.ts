import type { Group } from './statement.ts'

export const signIn: Group = {
  title: 'Signing in',
  statements: [
    {
      id: 'SIN-1',
      text: 'An attempt offers the first factors that its user has, addresses masked, and names no strategy before a code was sent.',
    },
    {
      id: 'SIN-2',
      text: 'The right password completes the attempt in one request: a session, the active one of the client, which gets another token.',
    },
    {
      id: 'SIN-3',
      text: 'A wrong password is 422 `form_password_incorrect`, an unknown identifier `form_identifier_not_found`; a failure makes no client.',
    },
    {
      id: 'SIN-4',
      text: 'It begins with an e-mail address in any letter case, a phone number or a username; never with an identifier that nobody has proved.',
    },
    {
      id: 'SIN-5',
      text: 'A mailed code can be used once, for ten minutes and three tries, in the attempt that it was mailed for; only so many are mailed.',
    },
    {
      id: 'SIN-6',
      text: 'Wrong passwords and mailed codes use up the same attempts, which a new code does not give back; a locked user is 403 `user_locked` and nothing is compared.',
    },
    {
      id: 'SIN-7',
      text: 'An attempt is 404 for every other client, gives way to the next one of its client, and is abandoned after 24 hours.',
    },
    {
      id: 'SIN-8',
      text: 'Where somebody is signed in: 400 `session_exists` with the client; with several sessions allowed, 400 `identifier_already_signed_in` for the same user.',
    },
    {
      id: 'SIN-9',
      text: "A ticket is used up by its first use and is of no use in an attempt of another user; an actor's ticket begins a short session that names the actor.",
    },
    {
      id: 'SIN-10',
      text: 'The link of a ticket leads to `display.sign_in_url` and to no address that the request names.',
    },
    {
      id: 'SIN-11',
      text: 'A compromised password is 422 `form_password_compromised`; after all other factors a new one is chosen, and only then is there a session.',
    },
    {
      id: 'SIN-12',
      text: 'A banned user is 403 `user_banned` at every step; the attempts of a removed one are 404.',
    },
    {
      id: 'SIN-13',
      text: 'Of parallel uses of one ticket, code or attempt one begins a session, over several processes.',
    },
    { id: 'SIN-14', text: 'The first success puts a digest of our own in the place of an imported one.' },
    { id: 'SIN-15', text: 'Failures of an account are recorded without what was typed.' },
    {
      id: 'SIN-16',
      text: 'Banned and removed users get no session and no token on any way from the next request on; locked ones keep their sessions and begin none.',
    },
  ],
}

export const secondFactors: Group = {
  title: 'Second factors at sign-in',
  statements: [
    {
      id: 'MFI-1',
      text: 'No order of steps, and no first factor, signs a user with a second factor in without it.',
    },
    {
      id: 'MFI-2',
      text: 'A code of an app is accepted once, a backup code is used up, neither works for another user; wrong ones lock; an unconfirmed app does not count.',
    },
    {
      id: 'MFI-3',
      text: 'An attempt between its steps does not outlive the second factors, the password, or the right to sign in of its user.',
    },
    { id: 'MFI-4', text: 'Preparing a second step is refused: there is nothing to send.' },
  ],
}

export const concealment: Group = {
  title: 'Signing in with enumeration protection',
  statements: [
    {
      id: 'ENU-1',
      text: 'Accounts that are unknown, banned, locked, with or without password or second factor get the same answers, headers and offered factors until a factor is proved.',
    },
    {
      id: 'ENU-2',
      text: 'A wrong guess costs one password comparison for all of them; nobody is mailed where there is no account.',
    },
    {
      id: 'ENU-3',
      text: 'Whoever proves a factor signs in, or is told of a ban; a lock is not told, and nothing is compared with a locked account.',
    },
  ],
}
