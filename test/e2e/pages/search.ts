import { searchUrls as urls } from '#app/public/search/urls.ts'
import type { RoomPages } from './page.ts'

/** The search: as it is found first, with findings in each order, narrowed, with nothing found, with what has no sense. */
export const searchPages: RoomPages = async () => {
  const search = (query: string) => ({ path: urls.page() + query })
  const everybody = [
    search(''),
    search('?q=bashkia'),
    search('?q=komuna&renditja=data'),
    search('?q=rregullorja&institucioni=bregas'),
    search('?q=rregullorja&sakte=po'),
    search('?lloji=consultation'),
    search('?q=rregullroja+qyqja&institucioni=bregas&viti=1999'),
    search('?q=e+t%C3%AB'),
    { ...search(`?q=${'fjala%20'.repeat(60)}&viti=20&lloji=asgje`), status: 422 },
  ]
  return { anonymous: everybody, citizen: [search('?q=bashkia')], official: [search('?q=bashkia')] }
}
