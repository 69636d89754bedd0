import type { Door } from '#platform/door.ts'
import type { Services } from '#platform/services.ts'
import { listTaskSubjects, tasksOpenWith } from './task-subjects-view.ts'
import { handOverTasks } from '#platform/tasks/hand-over-tasks.ts'
import { taskPermissions } from '#platform/tasks/permissions.ts'
import { sendDutyLetters } from '#platform/tasks/send-duty-letters.ts'
import { TASK_KIND, TASK_SLOT } from '#platform/tasks/task-rules.ts'
import { taskUrls } from '#platform/tasks/urls.ts'
import { demonstrateTasks } from './demonstrate-tasks.ts'
import { taskRoutes } from './task-routes.tsx'
import { taskTexts } from './texts.ts'
import { taskTiles } from './task-tiles-view.ts'
import { workRoutes } from './work-routes.tsx'

/** The door of the tasks: what is to be done about any record, and what officials note about it. */
export const tasksRoom: Door = {
  name: 'tasks',
  permissions: taskPermissions,
  rights: { sq: taskTexts('sq').rights, en: taskTexts('en').rights },
  routes(app, services, doors) {
    workRoutes(app, services, doors)
    taskRoutes(app, services, doors)
  },
  jobs: (services, doors) => ({ 'tasks.send-duty-letters': () => sendDutyLetters(services, doors) }),
  // Every hour: each institution sets its own, on its own clock.
  schedule: [{ job: 'tasks.send-duty-letters', at: '2 * * * *' }],
  officeTiles: taskTiles,
  menu: {
    office: [
      {
        href: taskUrls.board(),
        label: { sq: taskTexts('sq').menu, en: taskTexts('en').menu },
        roles: taskPermissions['tasks.board'],
      },
    ],
  },
  subjects: {
    [TASK_KIND]: {
      name: { sq: taskTexts('sq').subjectName, en: taskTexts('en').subjectName },
      readers: taskPermissions['tasks.read'],
      find: listTaskSubjects,
    },
  },
  deadlines: {
    [TASK_SLOT]: {
      kind: TASK_KIND,
      words: { sq: taskTexts('sq').deadline, en: taskTexts('en').deadline },
      // The house's own.
      publicBoard: false,
      readers: taskPermissions['tasks.read'],
      // The task follows these; its day alone may be paused and made longer on the deadline's own page too.
      ownDeeds: ['meet', 'cancel', 'give', 'reopen'],
    },
  },
  changeWords: {
    sq: { kinds: taskTexts('sq').changes, fields: taskTexts('sq').fields },
    en: { kinds: taskTexts('en').changes, fields: taskTexts('en').fields },
  },
  openWorkOf: (services: Services, lang, accountId) => tasksOpenWith(services, lang, accountId),
  handOver: (tx, _services, order) => handOverTasks(tx, order),
  demonstrate: demonstrateTasks,
}
