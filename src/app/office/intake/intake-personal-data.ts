import type { PersonalData, RetentionRule } from '#platform/own-data/personal-data.ts'
import { UNCONFIRMED_DAYS } from '#platform/intake/case-rules.ts'
import { countMailsBefore } from '#platform/intake/incoming-mail-queries.ts'
import { forgetMails, setAsideUntil } from '#platform/intake/intake-jobs.ts'
import { countUnconfirmedCases } from '#platform/intake/personal-case-queries.ts'
import {
  caseOfCode,
  caseOfRef,
  casesOfContact,
  eraseCaseAlone,
  eraseCasesOf,
  renameInCases,
} from '#platform/intake/personal-cases.ts'
import { officeIntakeTexts } from './texts.ts'

type RuleName = keyof ReturnType<typeof officeIntakeTexts>['retention']

const words = (name: RuleName): Pick<RetentionRule, 'what' | 'howLong' | 'basis'> => {
  const [sq, en] = [officeIntakeTexts('sq').retention[name], officeIntakeTexts('en').retention[name]]
  return {
    what: { sq: sq.what, en: en.what },
    howLong: { sq: sq.howLong, en: en.howLong },
    basis: { sq: sq.basis, en: en.basis },
  }
}

/** What is kept about those who write, and what is done when they ask. */
export const casePersonalData: PersonalData = {
  ofContact: (services, _lang, contactId) => casesOfContact(services, contactId),
  linksOf: async (_tx, services, _lang, contactId) =>
    (await casesOfContact(services, contactId)).flatMap(({ title, href }) => (href === null ? [] : { title, href })),
  erase: eraseCasesOf,
  ofCode: (services, _lang, code) => caseOfCode(services, code),
  ofRef: (services, _lang, ref) => caseOfRef(services, ref),
  eraseOne: eraseCaseAlone,
  rename: renameInCases,
  retention: [
    {
      id: 'cases.unconfirmed',
      ...words('unconfirmed'),
      countDue: ({ db, clock }) =>
        countUnconfirmedCases(db, new Date(clock.now().getTime() - UNCONFIRMED_DAYS * 86_400_000)),
      forget: null,
    },
    { id: 'cases.closed', ...words('cases'), countDue: () => Promise.resolve(0), forget: null },
    {
      id: 'cases.set-aside-mail',
      ...words('mails'),
      countDue: ({ db, clock }) => countMailsBefore(db, setAsideUntil(clock.now())),
      forget: forgetMails,
    },
  ],
}
