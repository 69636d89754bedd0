import type { Database } from '../db/database.ts'
import type { Services } from '../services.ts'
import { tellFollowers } from './tell-followers.ts'
import type { FollowedKind } from './followed-kind.ts'
import { writeDigests } from './write-digests.ts'

/** Help for tests: what the worker does of itself. Only tests import this. */

/** The job of every minute. Gives how many letters it queued. */
export async function minutePasses(services: Services, kinds: readonly FollowedKind[]): Promise<number> {
  await tellFollowers(services, kinds)
  return writeDigests(services, kinds)
}

/** So many people who follow a matter at this pace, confirmed a while ago. */
export async function givenFollowers(
  db: Database,
  { matter, count, pace, name, at }: { matter: string; count: number; pace: string; name: string; at: Date },
): Promise<void> {
  await db.begin(async (tx) => {
    await tx`
      insert into platform.selections (address, matter, made_at)
      values (${`ceshtja=${matter.replace(':', '%3A')}`}, ${matter}, ${at}) on conflict do nothing`
    await tx`
      insert into platform.contacts (email, lang, created_at, confirmed_at)
      select ${name} || n || '@posta.example', 'sq', ${at}, ${at} from generate_series(1, ${count}::int) as n`
    await tx`
      insert into platform.followers (contact_id, lang)
      select id, case when right(email, 20) like '%0@posta.example' then 'en' else 'sq' end
      from platform.contacts where email like ${`${name}%`}`
    await tx`
      insert into platform.follows (contact_id, selection_id, pace, asked_at, confirmed_at)
      select contact.id, selection.id, ${pace}, ${at}, ${at}
      from platform.contacts as contact join platform.selections as selection on selection.matter = ${matter}
      where contact.email like ${`${name}%`}`
  })
}
