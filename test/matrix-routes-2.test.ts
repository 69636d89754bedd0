import { tryEachRoute } from './matrix/each-route.ts'

await tryEachRoute(1, 4)
