import { launch } from './launch.ts'

await launch(['start', ...process.argv.slice(2)])
