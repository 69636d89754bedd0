import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import { listLettersOfContact, type OfficialLetterSummary } from '#platform/letters/official-letter-queries.ts'
import { newLetterLink } from '#platform/letters/send-official-letter.ts'
import { endLetterLinks, forgetWayTo } from '#platform/letters/verify-queries.ts'
import type { PersonalData } from '#platform/own-data/personal-data.ts'
import type { Services } from '#platform/services.ts'
import { numberOf } from './letter-list-view.ts'
import { LETTER_TEXTS, textsIn } from './letters-texts.ts'

const words = (of: (t: (typeof LETTER_TEXTS)['sq']['personal']) => string) => ({
  sq: of(LETTER_TEXTS.sq.personal),
  en: of(LETTER_TEXTS.en.personal),
})

/**
 * Letters that went to a person. The paper is the office's own and stays in its archive; the way to the person (address,
 * links) is theirs to take away.
 */
export const letterPersonalData: PersonalData = {
  ofContact: async (services, lang, contactId) =>
    Promise.all(
      (await listLettersOfContact(services.db, contactId)).map(async (letter) => ({
        title: await titleOf(services, lang, letter),
        href: null,
        at: letter.changedAt,
        data: {
          number: numberOf(letter),
          issuedOn: letter.issuedOn,
          state: letter.state,
          addressee: letter.addresseeName,
          subject: letter.subjectLine,
        },
      })),
    ),
  linksOf: async (tx, services, lang, contactId) => {
    const letters = await listLettersOfContact(tx, contactId)
    await endLetterLinks(
      tx,
      letters.map(({ id }) => id),
      services.clock.now(),
    )
    const links: { title: string; href: string }[] = []
    for (const letter of letters) {
      const href = await newLetterLink(tx, services, letter)
      links.push({ title: await titleOf(services, lang, letter), href })
    }
    return links
  },
  erase: (tx, { clock }, contactId) => forgetWayTo(tx, contactId, clock.now()),
  retention: [
    {
      id: 'letters.issued',
      what: words((t) => t.retention),
      howLong: words((t) => t.howLong),
      basis: words((t) => t.basis),
      countDue: () => Promise.resolve(0),
      forget: null,
    },
  ],
}

async function titleOf({ db }: Services, lang: Lang, letter: OfficialLetterSummary): Promise<string> {
  const institution = await findInstitutionById(db, lang, letter.institutionId)
  return textsIn(lang).personal.title(numberOf(letter), institution?.name ?? '')
}
