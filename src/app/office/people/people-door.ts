import { accessJobs, accessSchedule, accessRetention } from '#platform/auth/access-letters.ts'
import { listPersonSubjects } from '#platform/auth/people-queries.ts'
import type { Door, OfficeTile } from '#platform/door.ts'
import { inLanguage, type InEveryLanguage } from '#platform/i18n/language.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { accessLetter } from '../../account/access-mail.ts'
import { ownPeopleRoutes } from '../../account/own-people-routes.tsx'
import { paperRoutes } from '../../account/paper-routes.tsx'
import { oversightRoutes } from './oversight-routes.tsx'
import { peoplePermissions } from './people-permissions.ts'
import { peopleRoutes } from './people-routes.tsx'
import { textsIn } from './people-texts.ts'
import { peopleUrls } from './people-urls.ts'
import { countProposals } from './people-view.ts'
import { personRoutes } from './person-routes.tsx'
import { roleRoutes } from './role-routes.tsx'

const inBoth = (words: (t: ReturnType<typeof textsIn>) => string): InEveryLanguage<string> => ({
  sq: words(textsIn('sq')),
  en: words(textsIn('en')),
})

const changeWords = (lang: 'sq' | 'en') => {
  const { kinds, fields } = textsIn(lang).history
  return { kinds, fields }
}

/** The door of the people: who works where, with which rights, and who looked at what. */
export const peopleRoom: Door = {
  name: 'people',
  permissions: peoplePermissions,
  rights: { sq: textsIn('sq').rights, en: textsIn('en').rights },
  routes(app, services, doors) {
    peopleRoutes(app, services)
    roleRoutes(app, services)
    personRoutes(app, services, doors)
    oversightRoutes(app, services, doors)
    paperRoutes(app, services)
    ownPeopleRoutes(app, services, doors)
  },
  jobs: (services) => accessJobs(services, accessLetter),
  schedule: accessSchedule,
  officeTiles: async (services, official, lang): Promise<OfficeTile[]> => {
    const count = await countProposals(services, official)
    return count === 0 ? [] : [{ title: textsIn(lang).tile, count, href: inLanguage(lang, peopleUrls.proposals()) }]
  },
  menu: {
    office: [
      { href: peopleUrls.list(), label: inBoth((t) => t.menu), roles: peoplePermissions['people.read'] },
      { href: peopleUrls.accesses(), label: inBoth((t) => t.menuAccesses), roles: peoplePermissions['accesses.read'] },
      { href: peopleUrls.security(), label: inBoth((t) => t.menuSecurity), roles: peoplePermissions['security.read'] },
    ],
  },
  subjects: {
    'people.account': {
      name: inBoth((t) => t.subject),
      readers: peoplePermissions['people.read'],
      find: async ({ db }, lang, ids) =>
        (await listPersonSubjects(db, ids)).map(({ id, name, institutionId }) => ({
          ref: refOf('people.account', id),
          institutionId,
          title: name,
          lang,
          officeHref: peopleUrls.person(id),
          publicHref: null,
        })),
    },
  },
  personalData: accessRetention,
  changeWords: { sq: changeWords('sq'), en: changeWords('en') },
}
