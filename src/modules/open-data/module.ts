import type { Door } from '#platform/door.ts'
import { publishedDatasets } from './dataset-records.ts'
import { datasetRoutes } from './dataset-routes.tsx'
import { KIND } from './dataset-rules.ts'
import { openDataPermissions } from './permissions.ts'
import { datasetSearch, openDatasets } from './published-view.ts'
import { datasetSubjects } from './subjects-view.ts'
import { datasetTakeDown, withdrawnDatasetAt } from './take-down-dataset.ts'
import { datasetTables } from './take-rows.ts'
import { textsIn } from './texts.ts'
import { officeUrls } from './urls.ts'

const { sq, en } = { sq: textsIn('sq'), en: textsIn('en') }

/** The door of the plain datasets: tables that an institution publishes, whatever they are about. */
export const openData: Door = {
  name: 'open-data',
  permissions: openDataPermissions,
  rights: { sq: sq.rights, en: en.rights },
  routes: datasetRoutes,
  menu: {
    office: [
      { href: officeUrls.list(), label: { sq: sq.menu, en: en.menu }, roles: openDataPermissions['open-data.read'] },
    ],
  },
  subjects: datasetSubjects,
  records: [publishedDatasets],
  search: [datasetSearch],
  datasets: openDatasets,
  tablesOf: datasetTables,
  takedowns: { [KIND]: datasetTakeDown },
  withdrawnAt: withdrawnDatasetAt,
  changeWords: { sq: sq.history, en: en.history },
}
