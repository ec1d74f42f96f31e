import type { Group } from './statement.ts'

/** What the link of an invitation leads to. */
export const tickets: Group = {
  title: 'Tickets of invitations',
  statements: [
    {
      id: 'TKO-1',
      text: 'The link leads to the page of the invitation or of the settings, and says whether the address has an account; it uses nothing up and signs nobody in.',
    },
    {
      id: 'TKO-2',
      text: 'From the millisecond on in which an invitation has run out, and once it was accepted or revoked, its link and its ticket are 400.',
    },
    {
      id: 'TKO-3',
      text: 'The ticket of an organization signs in the owner of the address, who joins at that moment; the session is active in that organization.',
    },
    {
      id: 'TKO-4',
      text: 'It is a first factor alone: whoever has a second one is asked for it, on every way.',
    },
    {
      id: 'TKO-5',
      text: 'Banned and locked users, a full organization, an attempt of another user and an address without an account leave the invitation open.',
    },
    {
      id: 'TKO-6',
      text: 'The ticket of an invitation to the application signs in whoever has an account, and is used up by it.',
    },
    {
      id: 'TKO-7',
      text: 'A secret of one kind redeems nowhere but where its kind does.',
    },
    {
      id: 'TKO-8',
      text: 'Of any number who redeem one invitation at once, by ticket or signed in, one gets through, over several processes.',
    },
  ],
}

export const signUps: Group = {
  title: 'Signing up by invitation',
  statements: [
    {
      id: 'SUP-1',
      text: 'Without the ticket of an open invitation nobody signs up: 403 `sign_up_mode_restricted`, 400 for any other ticket; the environment says so.',
    },
    {
      id: 'SUP-2',
      text: 'With the last required field there is one user, signed in on the client under a new token; until then the invitation stays open.',
    },
    {
      id: 'SUP-3',
      text: "The address is verified by the ticket; the user is a member, and the session active, where the invitation leads; public metadata of an invitation to the application become the user's.",
    },
    {
      id: 'SUP-4',
      text: 'Required attributes, the rules for passwords and usernames, and the consent to legal terms hold; a password is stored as a digest alone.',
    },
    {
      id: 'SUP-5',
      text: 'An address or a username that somebody has is 422 `form_identifier_exists`, also when they came meanwhile; then nothing is used up.',
    },
    {
      id: 'SUP-6',
      text: 'A full organization, and an invitation that was revoked or has run out meanwhile, make no user.',
    },
    {
      id: 'SUP-7',
      text: 'A sign-up is 404 for every other client, gives way to the next one of its client, is abandoned after 24 hours and complete once.',
    },
    {
      id: 'SUP-8',
      text: 'The blocklist keeps out whoever was invited, the allowlist does not.',
    },
    {
      id: 'SUP-9',
      text: 'The client shows its last sign-up, in both APIs.',
    },
    {
      id: 'SUP-10',
      text: 'Of 64 who complete sign-ups with one ticket at once one gets an account, over several processes.',
    },
    {
      id: 'SUP-11',
      text: 'Where somebody is signed in: 400 `session_exists` with the client; where several sessions are allowed, both stay.',
    },
  ],
}
