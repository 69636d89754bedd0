import { mayIn } from '../auth/permissions.ts'
import { newPrivateLink } from '../auth/private-link.ts'
import type { Official } from '../auth/visitor.ts'
import type { Transaction } from '../db/database.ts'
import { findDispatchByForm } from '../dispatch/dispatch-queries.ts'
import type { PaperWay } from '../dispatch/dispatch-rules.ts'
import { queueForPaper, recordDispatch } from '../dispatch/record-dispatch.ts'
import { formatDate } from '../i18n/formats.ts'
import { inLanguage, type Lang } from '../i18n/language.ts'
import { findInstitutionById } from '../institutions/institution-queries.ts'
import { queueLetter } from '../mail/outbox.ts'
import type { Services } from '../services.ts'
import { civilDateIn } from '../time/civil-date.ts'
import { verifyAddress, type Paper } from './compose-paper.ts'
import { letterPermissions } from './letter-permissions.ts'
import { letterRef } from './letter-subject.ts'
import { LETTER_MAIL } from './mail-texts.ts'
import { holdOfficialLetter, type OfficialLetter } from './official-letter-queries.ts'
import { showCheckCode, showLetterNumber } from './official-letter-rules.ts'
import { insertLetterLink } from './verify-queries.ts'

export type SendOutcome =
  | { kind: 'sent' }
  | { kind: 'no-address' }
  | { kind: 'not-ready' }
  | { kind: 'not-issued' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-letter' }

/** Where the addressee fetches their letter. */
export const letterLinkPath = (token: string): string => `/shkresa/${token}`

/**
 * The letter on its way: an e-mail with a private link to its files, or an entry in the queue of papers that are printed
 * and handed on. `form`: a form that arrives twice counts once.
 */
export async function sendOfficialLetter(
  services: Services,
  official: Official,
  id: string,
  order: { way: 'e-mail' | PaperWay; form: string },
): Promise<SendOutcome> {
  return services.db.begin(async (tx): Promise<SendOutcome> => {
    const letter = await holdOfficialLetter(tx, id)
    if (!letter) return { kind: 'no-such-letter' }
    if (!mayIn(official, letterPermissions['letters.write'], letter.institutionId)) return { kind: 'not-permitted' }
    if (letter.state !== 'issued') return { kind: 'not-issued' }
    const { way, form } = order
    if (way === 'e-mail' && !letter.addresseeEmail) return { kind: 'no-address' }
    // An e-mail without files would be a promise; a paper is printed later, when they are there.
    if (way === 'e-mail' && !letter.docxDigest) return { kind: 'not-ready' }
    const paper = {
      institutionId: letter.institutionId,
      subject: letterRef(id),
      title: showLetterNumber(numberOf(letter)),
      lang: mailLang(letter),
      to: { name: letter.addresseeName, postal: letter.addresseePostal, contactId: letter.contactId },
      by: { accountId: official.accountId },
      form,
    }
    if (way !== 'e-mail') {
      await queueForPaper(tx, services, { ...paper, way, words: null })
      return { kind: 'sent' }
    }
    const handedOn = civilDateIn(letter.zone, services.clock.now())
    const { isNew } = await recordOnce(tx, services, { ...paper, way, handedOn })
    if (isNew) await mail(tx, services, letter)
    return { kind: 'sent' }
  })
}

/** A form that came before has sent its e-mail before: the entry then is older than this moment. */
async function recordOnce(
  tx: Transaction,
  services: Services,
  sent: Parameters<typeof recordDispatch>[2],
): Promise<{ isNew: boolean }> {
  const known = sent.form ? await findDispatchByForm(tx, sent.form) : null
  if (known) return { isNew: false }
  await recordDispatch(tx, services, sent)
  return { isNew: true }
}

async function mail(tx: Transaction, services: Services, letter: OfficialLetter): Promise<void> {
  const lang = mailLang(letter)
  const number = showLetterNumber(numberOf(letter))
  const institution = (await findInstitutionById(tx, lang, letter.institutionId))?.name ?? ''
  const { url } = services.settings
  const link = url + inLanguage(lang, await newLetterLink(tx, services, letter))
  const code = letter.code ?? ''
  await queueLetter(tx, services, {
    institutionId: letter.institutionId,
    kind: 'legal',
    recipient: letter.addresseeEmail ?? '',
    lang,
    subject: LETTER_MAIL[lang].subject(number, institution),
    body: LETTER_MAIL[lang].body({
      institution,
      number,
      date: formatDate(lang, letter.issuedOn ?? ''),
      // As composed when it was issued, fields filled in.
      about: (letter.content as Paper).parts[0]?.subject ?? '',
      link,
      verify: verifyAddress(url, code),
      code: showCheckCode(code),
    }),
  })
}

/** A new private link to a letter, without language prefix. */
export async function newLetterLink(
  tx: Transaction,
  { clock }: Pick<Services, 'clock'>,
  letter: { id: string; institutionId: string },
): Promise<string> {
  const { token, digest } = newPrivateLink()
  await insertLetterLink(tx, { digest, institutionId: letter.institutionId, letterId: letter.id, at: clock.now() })
  return letterLinkPath(token)
}

const mailLang = ({ lang }: OfficialLetter): Lang => (lang === 'en' ? 'en' : 'sq')

const numberOf = ({ number, year }: OfficialLetter) => ({ number: number ?? 0, year: year ?? 0 })
