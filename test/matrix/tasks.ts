import { refOf } from '#platform/subjects/subject-rules.ts'
import { giveTask } from '#platform/tasks/give-task.ts'
import { TASK_KIND } from '#platform/tasks/task-rules.ts'
import { taskUrls } from '#platform/tasks/urls.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** Tasks, the notes of any record, and the choice of the morning's letter. */
export function taskRows({ db, services }: MatrixWorld): Rows {
  const institutionOf = async (slug: Slug) =>
    (await db<{ id: string }[]>`select id from platform.institutions where slug = ${slug}`)[0]?.id ?? ''

  async function aTask(slug: Slug): Promise<string> {
    const order = {
      subject: null,
      title: 'Lexoni komentet',
      to: { role: 'clerk' },
      dueOn: null,
      by: 'program',
    } as const
    const institutionId = await institutionOf(slug)
    return (await db.begin((tx) => giveTask(tx, services, { ...order, institutionId }))).id
  }

  async function aNote(slug: Slug): Promise<string> {
    const subject = refOf(TASK_KIND, await aTask(slug))
    const [row] = await db<{ id: string }[]>`
      insert into platform.notes (institution_id, subject, words, by_account_id, at)
      select ${await institutionOf(slug)}, ${subject}, 'Shënim', id, now() from platform.accounts order by created_at limit 1
      returning id`
    return row?.id ?? ''
  }

  const deed = (address: (id: string) => string, fields: Record<string, string> = {}) =>
    record('tasks.write', async (slug) => ({ path: address(await aTask(slug)), fields: { versioni: '1', ...fields } }))

  const newTask = async (slug: Slug) => ({ institucioni: await institutionOf(slug), dergesa: crypto.randomUUID() })

  return {
    'GET /zyra/puna': page('tasks.board', taskUrls.board()),
    'GET /zyra/puna/tabela.csv': page('tasks.board', taskUrls.boardCsv()),
    'GET /zyra/puna/e-re': page('tasks.write', taskUrls.newTask()),
    'POST /zyra/puna/e-re': record('tasks.write', async (slug) => ({
      path: taskUrls.newTask(),
      fields: { ...(await newTask(slug)), titulli: 'Lexoni komentet', kujt: 'rol:moderator' },
    })),
    'GET /zyra/puna/:id': record('tasks.read', async (slug) => ({ path: taskUrls.one(await aTask(slug)) })),
    'POST /zyra/puna/:id/marrja': deed(taskUrls.take),
    'POST /zyra/puna/:id/kryerja': deed(taskUrls.finish),
    'POST /zyra/puna/:id/rihapja': record('tasks.write', async (slug) => {
      const id = await aTask(slug)
      await db`update platform.tasks set state = 'done', ended_at = now() where id = ${id}`
      return { path: taskUrls.reopen(id), fields: { versioni: '1' } }
    }),
    'POST /zyra/puna/:id/anulimi': deed(taskUrls.cancel, { arsyeja: 'Nuk duhet më.' }),
    'POST /zyra/puna/:id/caktimi': deed(taskUrls.reassign, { kujt: 'rol:moderator' }),
    'POST /zyra/puna/:id/ndryshimi': deed(taskUrls.change, { titulli: 'Lexoni të gjitha komentet' }),
    'GET /zyra/puna/rekordi': record('tasks.read', async (slug) => ({
      path: taskUrls.record(refOf(TASK_KIND, await aTask(slug))),
    })),
    'POST /zyra/puna/shenime': record('tasks.write', async (slug) => ({
      path: taskUrls.notes(),
      fields: {
        subjekti: refOf(TASK_KIND, await aTask(slug)),
        shenimi: 'Shënim i brendshëm',
        dergesa: crypto.randomUUID(),
      },
    })),
    'POST /zyra/puna/shenime/:id/fshirja': record('notes.erase', async (slug) => {
      const id = await aNote(slug)
      return { path: taskUrls.eraseNote(id), fields: { [`arsyeja-${id}`]: 'Të dhëna të një personi' } }
    }),
    'POST /zyra/puna/shenime/:id/pashe': page('tasks.write', taskUrls.seeMention(crypto.randomUUID())),
    'GET /zyra/puna/letra': page('tasks.write', taskUrls.dutyLetter()),
    'POST /zyra/puna/letra': page('tasks.write', taskUrls.dutyLetter()),
  }
}
