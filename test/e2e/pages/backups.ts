import { backupUrls } from '#app/office/backups/urls.ts'
import type { RoomPages } from './page.ts'

const WRONG = {
  dosja: 'pa-shteg',
  ora: '25',
  ditore: '0',
  javore: '-',
  mujore: '',
  adresa: 'http://x',
  fjalekalimi: 'x',
}

/** Copies of the whole installation: some made, one that failed, the settings and their refusal. */
export const backupPages: RoomPages = async ({ db }) => {
  await db`
    insert into platform.backup_runs
      (started_at, ended_at, state, path, bytes, digest, row_count, file_count, missing_files, tree_size, failure,
       offsite_failure)
    values
      (now() - interval '2 days', now() - interval '2 days', 'failed', '/var/lib/kuvend/backups/a.tar.zst', null, null,
       null, null, 0, null, 'ENOSPC: no space left on device', null),
      (now() - interval '1 day', now() - interval '1 day' + interval '9 seconds', 'verified',
       '/var/lib/kuvend/backups/kuvend-20261121T020700Z.tar.zst', 48000000, ${'a'.repeat(64)}, 12000, 40, 1, 900, null,
       'File storage refused to put: 403')`
  return {
    operator: [
      { path: backupUrls.runs() },
      { path: `${backupUrls.runs()}?gjendja=running` },
      { path: backupUrls.settings() },
      { path: backupUrls.settings(), fields: WRONG, status: 422 },
    ],
    // Copies are of the whole installation, and this one is the auditor of an institution.
    auditor: [{ path: backupUrls.runs(), status: 403 }],
  }
}
