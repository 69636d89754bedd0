import { findFollowerByEmail } from '#platform/subscriptions/follow-queries.ts'
import { followUrls as urls } from '#platform/subscriptions/urls.ts'
import { newestLetterTo, pathIn } from '../../mailbox.ts'
import { expectMoved, visitorAt } from '../visitor.ts'
import type { RoomPages } from './page.ts'

/** To follow, to confirm, to leave, one's own page by its link; and what is new. */
export const followingPages: RoomPages = async (program) => {
  const email = 'ndjekesi@shembull.example'
  const form = { institucioni: 'bregas', 'sa-shpesh': 'daily' }
  const somebody = visitorAt(program)
  if (!(await findFollowerByEmail(program.db, email)))
    await expectMoved(somebody.post(urls.follow(), { ...form, adresa: email }))
  const confirmation = pathIn(await newestLetterTo(program.db, email), '/ndiq/konfirmo/')
  const own = (await expectMoved(somebody.post(confirmation, {}))).split('?')[0] ?? ''
  const everybody = [
    { path: urls.follow() },
    { path: urls.follow('institucioni=bregas') },
    { path: urls.follow(), status: 422, fields: { ...form, adresa: 'jo' } },
    { path: urls.follow('institucioni=askush'), status: 404 },
    { path: urls.sent() },
    { path: confirmation },
    { path: urls.confirm('x'), status: 404 },
    { path: urls.own() },
    { path: `${own}?bere=confirmed` },
    { path: urls.ownBy('x'), status: 404 },
    { path: urls.leave('x'), status: 404 },
    { path: urls.lost(), status: 422, fields: { adresa: 'jo' } },
    { path: urls.lost(), fields: { adresa: email } },
    { path: urls.news() },
    { path: urls.news('institucioni=fushas') },
    { path: urls.news('q=asgj%C3%AB') },
  ]
  const signedIn = [{ path: urls.follow('institucioni=bregas') }, { path: urls.own() }]
  return { anonymous: everybody, citizen: signedIn }
}
