import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Door } from '#platform/door.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { giveTask } from '#platform/tasks/give-task.ts'
import { mentionedIn } from '#platform/tasks/mention-rules.ts'
import { insertMentions, insertNote } from '#platform/tasks/note-queries.ts'
import { listHousePeople } from '#platform/tasks/people-queries.ts'
import { HOUSE_ROLES } from '#platform/auth/visitor.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { findDemoAccount, findDemoSubject, hasTasks } from './demonstrate-queries.ts'

const CONTENT = 'db/demo/tasks.json'

const Content = z.object({
  tasks: z.array(
    z.object({
      institution: z.string(),
      title: z.string(),
      words: z.string(),
      to: z.union([z.object({ person: z.string() }), z.object({ role: z.enum(HOUSE_ROLES) })]),
      by: z.string(),
      due_in_days: z.number().nullable(),
      about_consultation: z.boolean().default(false),
    }),
  ),
  notes: z.array(z.object({ institution: z.string(), by: z.string(), words: z.string() })),
})
type Content = z.infer<typeof Content>

/** Tasks and notes of the invented people, in each institution that has none yet. */
export const demonstrateTasks: NonNullable<Door['demonstrate']> = async (services) => {
  const content = Content.parse(JSON.parse(await readFile(CONTENT, 'utf8')))
  for (const slug of new Set(content.tasks.map(({ institution }) => institution)))
    await demonstrateIn(services, content, slug)
}

async function demonstrateIn(services: Services, content: Content, slug: string): Promise<void> {
  const { db } = services
  const institution = await findInstitution(db, 'sq', slug)
  if (!institution || (await hasTasks(db, institution.id))) return
  const { id: institutionId, zone } = institution
  const today = civilDateIn(zone, services.clock.now())
  const consultation = await findDemoSubject(db, institutionId)
  for (const task of content.tasks.filter((one) => one.institution === slug)) {
    const by = await personOf(services, task.by)
    const to = 'role' in task.to ? task.to : { accountId: (await personOf(services, task.to.person)).id }
    await db.begin((tx) =>
      giveTask(tx, services, {
        institutionId,
        subject: task.about_consultation ? consultation : null,
        title: task.title,
        words: task.words,
        to,
        dueOn: task.due_in_days === null ? null : addDays(today, task.due_in_days),
        by: { accountId: by.id },
      }),
    )
  }
  if (consultation !== null) await addNotes(services, content, { slug, institutionId, subject: consultation })
}

async function addNotes(
  services: Services,
  content: Content,
  { slug, institutionId, subject }: { slug: string; institutionId: string; subject: string },
): Promise<void> {
  const { db, clock } = services
  const people = await listHousePeople(db, institutionId, HOUSE_ROLES, clock.now())
  for (const { by, words } of content.notes.filter((one) => one.institution === slug)) {
    const author = await personOf(services, by)
    await db.begin(async (tx) => {
      const note = { institutionId, subject, words, byAccountId: author.id, at: clock.now(), formId: randomUUID() }
      const id = await insertNote(tx, note)
      if (id !== null) await insertMentions(tx, { id, institutionId }, mentionedIn(words, people))
    })
  }
}

async function personOf({ db }: Services, email: string): Promise<{ id: string; name: string }> {
  const person = await findDemoAccount(db, email)
  if (!person) throw new Error(`demonstration tasks: no person ${email}`)
  return person
}
