import type { Door } from '#platform/door.ts'
import { eraseFollows, followRetention, newFollowLink } from '#platform/subscriptions/personal-follows.ts'
import { viewPersonalFollows } from '#platform/subscriptions/own-follows-view.ts'
import { subscriptionJobs, subscriptionSchedule } from '#platform/subscriptions/subscription-jobs.ts'
import { followUrls } from '#platform/subscriptions/urls.ts'
import { feedRoutes } from './feed-routes.tsx'
import { followRoutes } from './follow-routes.tsx'
import { ownFollowsRoutes } from './own-follows-routes.tsx'
import { followingTexts } from './texts.ts'

const sourcesOf = (doors: readonly Door[]) => doors.flatMap(({ search }) => search ?? [])
const kindsOf = (doors: readonly Door[]) => doors.flatMap(({ followed }) => followed ?? [])

/** The door of following: what is new, by letter, feed and calendar, of whatever the modules have before the public. */
export const followingRoom: Door = {
  name: 'following',
  permissions: {},
  rights: { sq: {}, en: {} },
  routes(app, services, doors) {
    const sources = sourcesOf(doors)
    followRoutes(app, services, sources)
    ownFollowsRoutes(app, services, sources)
    feedRoutes(app, services, { sources, kinds: kindsOf(doors) })
  },
  jobs: (services, doors) => subscriptionJobs(services, kindsOf(doors)),
  schedule: subscriptionSchedule,
  menu: {
    public: [
      { href: followUrls.news(), label: { sq: followingTexts('sq').news.title, en: followingTexts('en').news.title } },
    ],
  },
  personalData: {
    ofContact: (services, lang, contactId, sources) => viewPersonalFollows(services, lang, sources, contactId),
    linksOf: newFollowLink,
    erase: eraseFollows,
    retention: followRetention,
  },
}
