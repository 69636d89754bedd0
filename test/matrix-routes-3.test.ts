import { tryEachRoute } from './matrix/each-route.ts'

await tryEachRoute(2, 4)
