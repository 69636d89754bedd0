const tasks = (count: number): string => (count === 1 ? '1 detyrë' : `${count} detyra`)

/** The morning's letter to an official. */
export const sq = {
  subject: (overdue: number, today: number, all: number, deadlines: number): string => {
    const parts = [
      ...(overdue > 0 ? [`${overdue} me afat të kaluar`] : []),
      ...(today > 0 ? [`${today} për sot`] : []),
      ...(deadlines > 0 ? [deadlines === 1 ? 'kujtesë për 1 afat' : `kujtesë për ${deadlines} afate`] : []),
    ]
    return `Puna juaj sot: ${parts.length > 0 ? parts.join(', ') : all > 0 ? tasks(all) : 'jeni përmendur në një shënim'}`
  },
  greeting: (name: string): string => `Përshëndetje, ${name},`,
  overdue: 'Me afat të kaluar',
  today: 'Për sot',
  fresh: 'Të reja',
  ofRole: 'Të reja për rolin tuaj, që nuk i ka marrë ende askush',
  mentions: (count: number): string =>
    count === 1 ? 'Jeni përmendur në një shënim të brendshëm:' : `Jeni përmendur në ${count} shënime të brendshme:`,
  due: (day: string): string => `afati ${day}`,
  more: (count: number): string => `dhe ${count} të tjera`,
  all: 'E gjithë puna juaj:',
  stop: 'Kjo letër vjen çdo ditë pune kur ju pret diçka. Nëse nuk e doni, mbylleni këtu:',
}
export type DutyTexts = typeof sq
