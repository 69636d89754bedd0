import { openDataUrls as urls } from '#platform/export/export-urls-rules.ts'
import type { RoomPages } from './page.ts'

/** Open data: the list, registers with rows and without, of one institution, whole copies, the API and its errors. */
export const openDataPages: RoomPages = async () => {
  const everybody = [
    { path: urls.list() },
    { path: `${urls.list()}?q=afat&institucioni=bregas` },
    { path: `${urls.list()}?q=asgjekundi` },
    { path: `${urls.list()}?institucioni=askush`, status: 422 },
    { path: urls.dataset('konsultimet') },
    { path: `${urls.dataset('komentet')}?institucioni=bregas` },
    { path: urls.dataset('institucionet') },
    { path: urls.dataset('rregullat') },
    { path: urls.dataset('ditari') },
    { path: urls.dataset('asgje'), status: 404 },
    { path: urls.dumps() },
    { path: urls.api() },
    { path: urls.problem('parametra') },
  ]
  const first = [{ path: urls.list() }, { path: urls.dataset('konsultimet') }]
  return { anonymous: everybody, citizen: first, official: first, auditor: first, operator: first }
}
