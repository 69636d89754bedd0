import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { newPrivateLink } from '#platform/auth/private-link.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { listNodes } from '#platform/texts/text-queries.ts'
import { articlesOf, treeOf } from '#platform/texts/shown-tree-rules.ts'
import type { CommentDraft } from '../comments/comment-rules.ts'
import { acceptComment } from '../comments/confirm-comment.ts'
import { enterComment } from '../comments/post-comment.ts'
import { holdPublished, type HeldConsultation } from '../consultation-queries.ts'
import { insertQuestion, keepOptions, keepQuestionnaire, listQuestions } from './question-queries.ts'
import { QUESTION_KINDS, type Answer } from './question-rules.ts'
import { wordsToRewrite } from './wording-rules.ts'

const InBoth = z.object({ sq: z.string(), en: z.string() })
const Given = z.object({
  chosen: z.array(z.number()).optional(),
  other: z.string().optional(),
  scale: z.number().optional(),
  words: z.string().optional(),
})

const Demo = z.object({
  questions: z.array(
    z.object({
      kind: z.enum(QUESTION_KINDS),
      label: InBoth,
      hint: InBoth.optional(),
      options: z.array(InBoth).default([]),
      other: z.boolean().default(false),
      least: z.number().optional(),
      most: z.number().optional(),
      scale: z.number().optional(),
      low: InBoth.optional(),
      high: InBoth.optional(),
    }),
  ),
  answers: z.array(z.object({ author: z.string(), day: z.number(), answers: z.array(Given.nullable()) })),
  suggestion: z
    .object({
      article: z.string(),
      from: z.string(),
      to: z.string(),
      words: z.string(),
      author: z.string(),
      day: z.number(),
    })
    .nullable(),
})
export type DemoQuestions = z.infer<typeof Demo>

/** What is asked in the open consultation of each demonstration municipality. */
export async function readDemoQuestions(institution: string): Promise<DemoQuestions | null> {
  const all = z.record(z.string(), Demo).parse(JSON.parse(await readFile(join('db', 'demo', 'questions.json'), 'utf8')))
  return all[institution] ?? null
}

type Draft = { institutionId: string; consultationId: string; at: Date }

/** Written into a draft: with its publication they are public. */
export async function askDemo(tx: Transaction, { questions }: DemoQuestions, draft: Draft): Promise<void> {
  await keepQuestionnaire(tx, { ...draft, openResults: true })
  for (const { kind, label, hint, options, other, least, most, scale, low, high } of questions) {
    const id = randomUUID()
    await insertQuestion(
      tx,
      { ...draft, id },
      {
        nodeId: null,
        kind,
        compulsory: false,
        label: label.sq,
        labelEn: label.en,
        hint: hint?.sq ?? null,
        hintEn: hint?.en ?? null,
        other,
        least: least ?? null,
        most: most ?? null,
        scaleTo: scale ?? null,
        low: low?.sq ?? null,
        lowEn: low?.en ?? null,
        high: high?.sq ?? null,
        highEn: high?.en ?? null,
      },
    )
    const rows = options.map(({ sq, en }, at) => ({ n: at + 1, words: sq, wordsEn: en }))
    await keepOptions(tx, { ...draft, questionId: id }, rows)
  }
}

/** A few people answer, and one proposes another wording. `at`: the same services, so many days from today. */
export async function answerDemo(
  tx: Transaction,
  at: (day: number) => Services,
  slug: string,
  { answers, suggestion }: DemoQuestions,
): Promise<void> {
  const consultation = await holdPublished(tx, 'sq', slug)
  if (!consultation?.textVersionId) throw new Error(`Consultation ${slug} has no text`)
  const questions = await listQuestions(tx, consultation.id)
  for (const { author, day, answers: given } of answers) {
    const own = questions.flatMap(({ id, kind }, n): Answer[] => {
      const one = given[n]
      if (!one) return []
      const { chosen = null, other = null, scale = null, words = null } = one
      return [{ question: id, kind, chosen, other, scale, words }]
    })
    await sayDemo(tx, at(day), consultation, { authorName: author, body: '', answers: own })
  }
  if (!suggestion) return
  const articles = articlesOf(treeOf(await listNodes(tx, consultation.textVersionId)))
  const article = articles.find(({ label }) => label === suggestion.article)
  if (!article) throw new Error(`Demonstration wording: there is no article ${suggestion.article}`)
  await sayDemo(tx, at(suggestion.day), consultation, {
    authorName: suggestion.author,
    body: suggestion.words,
    anchor: { about: 'article', nodeId: article.nodeId },
    suggestion: wordsToRewrite(article).replace(suggestion.from, suggestion.to),
  })
}

type Said = Pick<CommentDraft, 'authorName' | 'body'> & Partial<CommentDraft>

async function sayDemo(tx: Transaction, services: Services, consultation: HeldConsultation, said: Said): Promise<void> {
  const link = newPrivateLink()
  const now = services.clock.now()
  const draft: CommentDraft = {
    submissionId: randomUUID(),
    email: '',
    onBehalf: 'person',
    organisation: null,
    namePublic: true,
    anchor: { about: 'whole' },
    ...said,
  }
  const entered = await enterComment(tx, services, consultation, draft, {
    email: null,
    lang: 'sq',
    files: [],
    link,
    now,
  })
  if (entered.kind !== 'entered') throw new Error(`Demonstration answers of ${said.authorName}: ${entered.kind}`)
  await acceptComment(tx, services, entered.commentId, link.token, now)
}
