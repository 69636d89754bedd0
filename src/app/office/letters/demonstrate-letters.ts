import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import { issue } from '#platform/letters/issue-letter.ts'
import { insertOfficialLetter } from '#platform/letters/letter-writing-queries.ts'
import { holdOfficialLetter } from '#platform/letters/official-letter-queries.ts'
import { LETTER_KINDS, LETTER_LANGS } from '#platform/letters/official-letter-rules.ts'
import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'

const Words = z.object({ subject: z.string(), body: z.array(z.string()), remedy: z.string() })

const DemoLetters = z.object({
  letters: z.array(
    z.object({
      key: z.uuid(),
      institution: z.string(),
      kind: z.enum(LETTER_KINDS),
      issued: z.boolean(),
      addressee: z.object({ name: z.string(), postal: z.string(), email: z.string().nullable() }),
      words: Words,
      other: Words.extend({ lang: z.enum(LETTER_LANGS) }).nullable(),
      deadline: z.object({ day: z.number(), basis: z.string() }).nullable(),
      signatory: z.object({ name: z.string(), post: z.string() }),
      enclosures: z.array(z.string()),
      protocol: z.object({ number: z.string(), day: z.number() }).nullable(),
    }),
  ),
})
type DemoLetter = z.infer<typeof DemoLetters>['letters'][number]

/** A letter that went out and one in the making, in each country's words. */
export async function demonstrateLetters(services: Services): Promise<void> {
  const content: unknown = JSON.parse(await readFile(join('db/demo', 'letters.json'), 'utf8'))
  for (const letter of DemoLetters.parse(content).letters) await demonstrateOne(services, letter)
}

async function demonstrateOne(services: Services, demo: DemoLetter): Promise<void> {
  const institution = await findInstitution(services.db, 'sq', demo.institution)
  if (!institution) return
  const now = services.clock.now()
  const today = civilDateIn(institution.zone, now)
  const { words, other, deadline, protocol } = demo
  await services.db.begin(async (tx) => {
    const { id, isNew } = await insertOfficialLetter(tx, {
      institutionId: institution.id,
      submissionId: demo.key,
      kind: demo.kind,
      contactId: null,
      correctsId: null,
      template: null,
      addresseeName: demo.addressee.name,
      addresseePostal: demo.addressee.postal,
      addresseeEmail: demo.addressee.email,
      lang: 'sq',
      subjectLine: words.subject,
      body: words.body.join('\n\n'),
      remedy: words.remedy,
      otherLang: other?.lang ?? null,
      otherSubjectLine: other?.subject ?? null,
      otherBody: other ? other.body.join('\n\n') : null,
      otherRemedy: other?.remedy ?? null,
      deadlineOn: deadline && addDays(today, deadline.day),
      deadlineBasis: deadline?.basis ?? null,
      signatoryName: demo.signatory.name,
      signatoryPost: demo.signatory.post,
      enclosures: demo.enclosures.join('\n'),
      protocolNumber: protocol?.number ?? null,
      protocolDate: protocol && addDays(today, protocol.day),
      by: null,
      at: now,
    })
    if (!isNew) return
    const letter = demo.issued ? await holdOfficialLetter(tx, id) : null
    // Of no record, so no door need be asked for a title.
    if (letter) await issue(tx, services, [], letter, 'program')
  })
}
