import type { Group } from './statement.ts'

export const organizationRooms: Group = {
  title: 'The rooms of organizations in the Frontend API',
  statements: [
    {
      id: 'FOR-1',
      text: "An address of both APIs leads to the Backend API with a secret key or with nothing, and to the Frontend API with an Origin, a client's cookie or the parameters of SDKs; each knows its own rooms only.",
    },
    {
      id: 'FOR-2',
      text: 'Whatever the spelling of path, method and headers: it opens nothing that the proof it carries does not open.',
    },
    {
      id: 'FOR-3',
      text: '`_method` and the slash at the end are undone for pages and apps, never for who sends a secret key.',
    },
    {
      id: 'FOR-4',
      text: 'In every room each role may do what its permissions say; the rest is 403 for members, 404 for strangers, in every spelling, and changes nothing.',
    },
    {
      id: 'FOR-5',
      text: 'Members, invitations and domains of another organization are 404, also for who may do the same in their own.',
    },
    {
      id: 'FOR-6',
      text: 'Who makes an organization becomes its first member, within the limits of their account; it does not become the active one.',
    },
    {
      id: 'FOR-7',
      text: 'It is renamed, gets a logo and loses it, and is deleted where `admin_delete_enabled` allows it.',
    },
    {
      id: 'FOR-8',
      text: 'Members are listed, added, given roles and removed; somebody who may manage them and delete the organization stays.',
    },
    {
      id: 'FOR-9',
      text: 'People are invited one by one or several at once, all or nobody; an invitation can be taken back.',
    },
    {
      id: 'FOR-10',
      text: 'No answer has the link of an invitation, or metadata that only the backend may read.',
    },
    {
      id: 'FOR-11',
      text: 'Roles are listed; domains are added unverified, listed, read and removed.',
    },
    {
      id: 'FOR-12',
      text: 'Without organizations every room is 403, without domains every room of domains.',
    },
    {
      id: 'FOR-13',
      text: 'Permissions are read while the organization is held: once a demotion is answered, nothing that the demoted member asks for is done.',
    },
  ],
}
