import type { InstitutionKind, Jurisdiction } from '../institutions/institution-rules.ts'
import type { CivilDate } from '../time/civil-date.ts'
import {
  enclosuresOf,
  showCheckCode,
  showLetterNumber,
  type LetterLang,
  type LetterWords,
} from './official-letter-rules.ts'
import { paperDate, paperWords, type PaperWords } from './paper-texts.ts'
import { blocksOf, fillLine, type FieldValues, type PaperBlock } from './template-rules.ts'

/** A paper as it is printed, every field filled in. Kept with the letter: PDF and DOCX are made of this and nothing else. */
export type Paper = {
  v: 1
  title: string
  lang: LetterLang
  accent: string | null
  emblem: string | null
  demonstration: string | null
  /** Above the institution's name. */
  state: string
  institution: string
  emblemAlt: string
  /** Number, protocol number and date, as label and value. */
  marks: { label: string; value: string }[]
  /** One line below the letterhead and at the foot of each page. */
  contact: string
  parts: PaperPart[]
  signatory: { name: string; post: string; label: string }
  verify: { title: string; words: string; code: string; address: string; alt: string }
  page: string
}

/** All of it in one language. */
export type PaperPart = {
  lang: LetterLang
  /** The institution in this language, where the paper has two. */
  institution: string | null
  to: string
  addressee: string[]
  subjectLabel: string
  subject: string
  corrects: string | null
  blocks: PaperBlock[]
  /** The basis is written once, in the first language. */
  deadline: { title: string; words: string; basis: string } | null
  remedy: { title: string; blocks: PaperBlock[] } | null
  enclosures: { title: string; items: string[] } | null
}

export type PaperInstitution = {
  jurisdiction: Jurisdiction
  kind: InstitutionKind
  names: Partial<Record<LetterLang, string>>
  accent: string | null
  emblem: string | null
  demonstration: boolean
  postal: string | null
  email: string | null
  telephone: string | null
}

export type PaperFacts = {
  institution: PaperInstitution
  addresseeName: string
  addresseePostal: string | null
  words: readonly (LetterWords & { lang: LetterLang })[]
  deadlineOn: CivilDate | null
  deadlineBasis: string | null
  signatoryName: string
  signatoryPost: string
  enclosures: string
  protocolNumber: string | null
  protocolDate: CivilDate | null
  /** Titles of what it is about, in each language. */
  subjects: Record<LetterLang, readonly string[]>
  corrects: { number: number; year: number; issuedOn: CivilDate } | null
  /** Null for a draft: the paper then says that they are given later. */
  issued: { number: number; year: number; on: CivilDate; code: string } | null
  /** Public address of the installation. */
  url: string
}

/** Where a check code is answered; the same address stands in the QR code. */
export const verifyAddress = (url: string, code: string): string => `${url}/verifiko/${showCheckCode(code)}`

export function composePaper(facts: PaperFacts): Paper {
  const { institution, issued } = facts
  const lang = facts.words[0]?.lang ?? 'sq'
  const t = paperWords(institution.jurisdiction, lang)
  const name = nameIn(institution, lang)
  const parts = facts.words.map((words, index) => composePart(facts, words, index))
  const number = issued ? showLetterNumber(issued) : t.notYet
  return {
    v: 1,
    title: `${parts[0]?.subject ?? name} – ${name}`,
    lang,
    accent: institution.accent,
    emblem: institution.emblem,
    demonstration: institution.demonstration ? t.demonstration : null,
    state: t.state,
    institution: name,
    emblemAlt: t.emblemAlt(name),
    marks: [
      { label: t.number, value: number },
      { label: t.protocol, value: protocolWords(facts, t) },
      { label: t.date, value: issued ? paperDate(t, issued.on) : t.notYet },
    ],
    contact: [institution.postal, institution.email, institution.telephone].filter(Boolean).join(' · '),
    parts,
    signatory: { name: facts.signatoryName, post: facts.signatoryPost, label: t.signature },
    verify: {
      title: t.verify,
      words: t.verifyWords(`${bare(facts.url)}/verifiko`),
      code: issued ? showCheckCode(issued.code) : t.notYet,
      address: issued ? verifyAddress(facts.url, issued.code) : '',
      alt: t.qrAlt,
    },
    page: t.page,
  }
}

/** The number that the office wrote in its paper register, or room to write it in by hand. */
function protocolWords({ protocolNumber, protocolDate }: PaperFacts, t: PaperWords): string {
  if (!protocolNumber || !protocolDate) return `${t.blank}, ${t.date.toLowerCase()} ${t.blank}`
  return `${protocolNumber}, ${t.date.toLowerCase()} ${paperDate(t, protocolDate)}`
}

function composePart(facts: PaperFacts, words: LetterWords & { lang: LetterLang }, index: number): PaperPart {
  const { institution } = facts
  const t = paperWords(institution.jurisdiction, words.lang)
  const values = fieldValues(facts, words, t)
  const remedy = blocksOf(words.remedy, values)
  const enclosures = enclosuresOf(facts.enclosures)
  return {
    lang: words.lang,
    institution: index === 0 ? null : nameIn(institution, words.lang),
    to: t.to,
    addressee:
      index > 0
        ? []
        : [facts.addresseeName, ...(facts.addresseePostal ?? '').split('\n')]
            .map((line) => line.trim())
            .filter(Boolean),
    subjectLabel: t.subject,
    subject: fillLine(words.subjectLine, values).trim(),
    corrects: facts.corrects && t.corrects(showLetterNumber(facts.corrects), paperDate(t, facts.corrects.issuedOn)),
    blocks: blocksOf(words.body, values),
    deadline: facts.deadlineOn
      ? { title: t.deadline, words: t.deadlineWords(paperDate(t, facts.deadlineOn)), basis: facts.deadlineBasis ?? '' }
      : null,
    remedy: remedy.length > 0 ? { title: t.remedy, blocks: remedy } : null,
    enclosures: enclosures.length > 0 ? { title: t.enclosures, items: enclosures } : null,
  }
}

/** What stands in for each field; empty where there is nothing, so that its optional blocks are left out. */
function fieldValues(facts: PaperFacts, words: LetterWords & { lang: LetterLang }, t: PaperWords): FieldValues {
  const { issued, corrects } = facts
  const date = (day: CivilDate | null) => (day ? paperDate(t, day) : '')
  const values = {
    adresuesi: facts.addresseeName,
    lenda: '',
    ceshtja: facts.subjects[words.lang].join('; '),
    institucioni: nameIn(facts.institution, words.lang),
    bashkia: t.municipality,
    bashkise: t.ofMunicipality,
    numri: issued ? showLetterNumber(issued) : `[${t.notYet}]`,
    data: issued ? date(issued.on) : `[${t.notYet}]`,
    protokolli: facts.protocolNumber ?? '',
    data_e_protokollit: date(facts.protocolDate),
    afati: date(facts.deadlineOn),
    baza_e_afatit: facts.deadlineBasis ?? '',
    nenshkruesi: facts.signatoryName,
    posti: facts.signatoryPost,
    kodi: issued ? showCheckCode(issued.code) : `[${t.notYet}]`,
    shkresa_e_korrigjuar: corrects ? showLetterNumber(corrects) : '',
  }
  return { ...values, lenda: fillLine(words.subjectLine, values) }
}

const nameIn = ({ names }: PaperInstitution, lang: LetterLang): string => names[lang] ?? names.sq ?? ''

const bare = (url: string): string => url.replace(/^https?:\/\//, '')
