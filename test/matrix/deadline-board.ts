import { deadlineRecords } from '#platform/deadlines/deadline-records.ts'
import { entered } from '../ledger.ts'
import { boardUrls } from '#app/office/deadlines/board/board-urls.ts'
import { HAND_DEEDS, type HandDeed } from '#app/office/deadlines/board/reach-rules.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { giveTask } from '#platform/tasks/give-task.ts'
import { TASK_KIND } from '#platform/tasks/task-rules.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** The board over all modules, one deadline, and everybody's own calendar. */
export function deadlineRows({ db, services }: MatrixWorld): Rows {
  /** Of a task that nobody has taken: whoever works in the house may know of it, and move it. */
  async function aDeadline(slug: Slug): Promise<string> {
    const [institution] = await db<{ id: string }[]>`select id from platform.institutions where slug = ${slug}`
    const order = { subject: null, title: 'Lexoni komentet', to: { role: 'clerk' }, dueOn: '2026-12-10' } as const
    const { id } = await db.begin((tx) =>
      giveTask(tx, services, { ...order, by: 'program', institutionId: institution?.id ?? '' }),
    )
    const [row] = await db<{ id: string }[]>`
      update platform.deadlines set role = null where subject = ${refOf(TASK_KIND, id)} returning id`
    return row?.id ?? ''
  }

  const fields: Record<HandDeed, Record<string, string>> = {
    meet: {},
    resume: {},
    extend: {
      menyra: 'dite',
      'dita-day': '21',
      'dita-month': '12',
      'dita-year': '2026',
      'arsyeja-zgjatja': 'Pritet një dokument nga prefektura.',
      njoftimi: 'Me letrën nr. 214.',
    },
    pause: { 'arsyeja-pezullimi': 'Pritet plotësimi i kërkesës.' },
    give: { kujt: 'rol:moderator' },
    cancel: { 'arsyeja-anulimi': 'U hap gabimisht.' },
    reopen: { 'arsyeja-rihapja': 'U mbyll gabimisht.' },
  }
  const deed = (of: HandDeed) =>
    record('deadlines.move', async (slug) => {
      const id = await aDeadline(slug)
      if (of === 'resume')
        await entered(
          db,
          deadlineRecords,
          (tx) =>
            tx`update platform.deadlines set state = 'paused', paused_on = started_on where id = ${id} returning id`,
        )
      return {
        path: boardUrls.deed(id, of),
        fields: { ...fields[of], versioni: '1', dergesa: crypto.randomUUID() },
      }
    })

  return {
    'GET /zyra/afate': page('deadlines.read', boardUrls.board()),
    'GET /zyra/afate/tabela.csv': page('deadlines.read', boardUrls.csv()),
    'GET /zyra/afate/kalendari-im': page('deadlines.feed', boardUrls.feed()),
    'POST /zyra/afate/kalendari-im': page('deadlines.feed', boardUrls.feed()),
    'POST /zyra/afate/kalendari-im/mbyllja': page('deadlines.feed', boardUrls.endFeed()),
    'GET /zyra/afate/:id': record('deadlines.read', async (slug) => ({ path: boardUrls.one(await aDeadline(slug)) })),
    ...Object.fromEntries(HAND_DEEDS.map((of) => [`POST ${boardUrls.deed(':id', of)}`, deed(of)])),
  }
}
