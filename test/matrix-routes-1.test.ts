import { tryEachRoute } from './matrix/each-route.ts'

await tryEachRoute(0, 4)
