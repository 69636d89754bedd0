import { answerAlone } from '#app/commands/alone.ts'

const argv = process.argv.slice(2)
const out = (text: string) => void process.stdout.write(text)
const err = (text: string) => void process.stderr.write(text)
const code = answerAlone(argv, { out, err })
if (code !== null) process.exitCode = code
else {
  const { launch } = await import('./launch.ts')
  await launch(argv)
}
