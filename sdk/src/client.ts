import { callWith } from './call.ts'
import { Resources } from './generated/resources.ts'
import { type BartlebyOptions, readSettings } from './settings.ts'

/**
 * The way to one server. Make one and keep it: it holds no connection and nothing else that must be closed.
 *
 *     const bartleby = new Bartleby({ secretKey: process.env.CLERK_SECRET_KEY })
 *     const user = await bartleby.users.get('user_…')
 */
export class Bartleby extends Resources {
  constructor(options: BartlebyOptions) {
    super(callWith(readSettings(options)))
  }
}
