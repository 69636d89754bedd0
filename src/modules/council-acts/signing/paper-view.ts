import { formatDate } from '#platform/i18n/formats.ts'
import { COUNTRY_WORDS } from '#platform/institutions/country-words-rules.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { FormBlock, FormDocument } from '#platform/papers/form-document-rules.ts'
import type { Services } from '#platform/services.ts'
import { listNodes } from '#platform/texts/text-queries.ts'
import { numberOf } from '../act-rules.ts'
import { blocksOfPlain, paperBlocks } from '../paper-block-rules.ts'
import { textsIn } from '../texts.ts'
import { actOfficeUrls, actUrls } from '../urls.ts'
import { findPaperText } from './signing-queries.ts'
import type { SigningView } from './signing-view.ts'
import { signingTexts } from './texts.ts'

/** The act on paper, for who signs it: in the language in which it was adopted. */
export async function actPaper(
  { db, settings }: Pick<Services, 'db' | 'settings'>,
  view: SigningView,
): Promise<FormDocument> {
  const { act } = view
  const t = signingTexts(act.lang).paper
  const [institution, text] = await Promise.all([
    findInstitutionById(db, act.lang, act.institutionId),
    findPaperText(db, act.id),
  ])
  const nodes = text?.versionId ? await listNodes(db, text.versionId) : []
  const words = nodes.length > 0 ? paperBlocks(nodes, act.lang) : blocksOfPlain(text?.plainText ?? '')
  const number = numberOf(act)
  const day = act.adoptedOn === null ? null : formatDate(act.lang, act.adoptedOn)
  const isDraft = number === null || words.length === 0
  return {
    lang: act.lang,
    wordsLang: act.lang,
    form: text?.bodyName ?? capital(COUNTRY_WORDS[act.jurisdiction][act.lang].council),
    title: act.title,
    institution: institution?.name ?? '',
    lead: t.number(textsIn(act.lang).kinds[act.kind], number, day),
    kept: t.kept,
    address: settings.url + (act.slug === null ? actOfficeUrls.act(act.id) : actUrls.act(act.slug)),
    page: t.page,
    blocks: [
      ...(isDraft ? [{ kind: 'note', label: t.draftLabel, words: t.draft, ours: true } as const] : []),
      ...(words.length === 0 ? [{ kind: 'paragraph', words: t.noWords, quiet: true } as const] : words),
      ...signatureBlocks(view),
    ],
  }
}

/** A place for each who signs; names as they are proposed, the day and the hand to be written. */
function signatureBlocks({ act, proposed, secretarySigns }: SigningView): FormBlock[] {
  const texts = signingTexts(act.lang)
  const t = texts.paper
  const chair = COUNTRY_WORDS[act.jurisdiction][act.lang].councilChair
  const place = (post: string, name: string | null): FormBlock[] =>
    [t.line(post, name), t.signLine, t.dayLine].map((words) => ({ kind: 'paragraph', words }))
  return [
    { kind: 'heading', level: 2, id: 'nenshkrimet', words: t.signatures },
    ...place(capital(chair), act.chairName ?? proposed.chair),
    ...(secretarySigns ? place(texts.signers.post.secretary, act.secretaryName ?? proposed.secretary) : []),
  ]
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
