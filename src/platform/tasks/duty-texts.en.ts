import type { DutyTexts } from './duty-texts.sq.ts'

const tasks = (count: number): string => (count === 1 ? '1 task' : `${count} tasks`)

export const en: DutyTexts = {
  subject: (overdue, today, all, deadlines) => {
    const parts = [
      ...(overdue > 0 ? [`${overdue} overdue`] : []),
      ...(today > 0 ? [`${today} due today`] : []),
      ...(deadlines > 0 ? [deadlines === 1 ? 'a reminder of 1 deadline' : `a reminder of ${deadlines} deadlines`] : []),
    ]
    return `Your work today: ${parts.length > 0 ? parts.join(', ') : all > 0 ? tasks(all) : 'you were mentioned in a note'}`
  },
  greeting: (name) => `Hello ${name},`,
  overdue: 'Overdue',
  today: 'Due today',
  fresh: 'New',
  ofRole: 'New for your role, and not taken by anybody yet',
  mentions: (count) =>
    count === 1 ? 'You were mentioned in an internal note:' : `You were mentioned in ${count} internal notes:`,
  due: (day) => `due ${day}`,
  more: (count) => `and ${count} more`,
  all: 'All your work:',
  stop: 'This letter comes on every working day on which something waits for you. If you do not want it, switch it off here:',
}
