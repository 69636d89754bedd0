import { refreshIndex } from '#platform/search/index/refresh-index.ts'
import type { Services } from '#platform/services.ts'
import { everyDoor } from './doors.ts'

/** The index as the worker leaves it. */
export async function indexed(services: Services): Promise<void> {
  while ((await refreshIndex(services, everyDoor)) > 0);
}
