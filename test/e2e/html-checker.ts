import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Message = { type: string; url: string; lastLine?: number; message: string; extract?: string }

export function hasJava(): boolean {
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** What the Nu HTML checker finds wrong, one line for each mistake. All pages in one go: Java takes seconds to start. */
export async function htmlFaults(pages: ReadonlyMap<string, string>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kuvend-html-'))
  try {
    const names = [...pages.keys()]
    const files = names.map((name, index) => {
      const file = join(folder, `${index}.html`)
      writeFileSync(file, pages.get(name) ?? '')
      return file
    })
    const messages = await check(files)
    return messages.map(({ url, lastLine, message, extract }) => {
      const page = names[Number(/(\d+)\.html$/.exec(url)?.[1])]
      return `${page}, line ${lastLine}: ${message} ${extract ?? ''}`
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function check(files: readonly string[]): Promise<Message[]> {
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')
  const { promise, resolve, reject } = Promise.withResolvers<Message[]>()
  const options = { maxBuffer: 64 << 20 }
  // A minute's work: the second compiler costs more than it saves. Code of the first one needs more of the stack.
  const quick = ['-Xmx512m', '-Xss4m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']
  // Answers on stderr; the exit code is the number of mistakes.
  execFile('java', [...quick, '-jar', jar, '--format', 'json', '--errors-only', ...files], options, (_, __, answer) => {
    try {
      resolve((JSON.parse(answer) as { messages: Message[] }).messages)
    } catch {
      reject(new Error(`the HTML checker said: ${answer.slice(0, 2000)}`))
    }
  })
  return promise
}
