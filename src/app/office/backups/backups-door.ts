import { makeBackup, makeBackupWhenDue } from '#platform/backup/make-backup.ts'
import type { Door } from '#platform/door.ts'
import { backupRoutes } from './backups-routes.tsx'
import { backupPermissions } from './permissions.ts'
import { backupTexts } from './texts.ts'
import { backupUrls } from './urls.ts'

const [sq, en] = [backupTexts('sq'), backupTexts('en')]

/** The door of the copies of everything: for who runs the installation. */
export const backupsRoom: Door = {
  name: 'backups',
  permissions: backupPermissions,
  rights: { sq: sq.rights, en: en.rights },
  routes: backupRoutes,
  jobs: (services) => ({
    'backups.make': ({ askedBy }) => makeBackup(services, typeof askedBy === 'string' ? askedBy : null),
    'backups.make-when-due': () => makeBackupWhenDue(services),
  }),
  schedule: [{ job: 'backups.make-when-due', at: '7 * * * *' }],
  menu: {
    office: [{ href: backupUrls.runs(), label: { sq: sq.menu, en: en.menu }, roles: ['operator'] }],
  },
  changeWords: {
    sq: { kinds: sq.changes, fields: sq.fields },
    en: { kinds: en.changes, fields: en.fields },
  },
}
