import { tryEachRoute } from './matrix/each-route.ts'

await tryEachRoute(3, 4)
