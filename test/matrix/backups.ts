import { backupUrls } from '#app/office/backups/urls.ts'
import { installation, type Rows } from './row.ts'

const SETTINGS = {
  aktive: 'po',
  dosja: '',
  ora: '3',
  ditore: '7',
  javore: '4',
  mujore: '6',
  adresa: '',
  fjalekalimi: '',
}

/** Copies of the whole installation. */
export const backupRows = (): Rows => ({
  'GET /zyra/kopjet': installation('backups.read', () => ({ path: backupUrls.runs() })),
  'POST /zyra/kopjet/tani': installation('backups.write', () => ({ path: backupUrls.now(), fields: {} })),
  'GET /zyra/kopjet/cilesimet': installation('backups.write', () => ({ path: backupUrls.settings() })),
  'POST /zyra/kopjet/cilesimet': installation('backups.write', () => ({
    path: backupUrls.settings(),
    fields: { ...SETTINGS, versioni: '0' },
  })),
})
