import { expect, it } from 'vitest'
import { textsOf } from './account-texts.ts'
import { agentName } from './agent-name.ts'

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    'Chrome në Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    'Edge në Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1',
    'Safari në iOS',
  ],
  ['Mozilla/5.0 (Android 15; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0', 'Firefox në Android'],
  ['curl/8.5.0', 'pajisje e panjohur'],
  ['', 'pajisje e panjohur'],
])('a browser is named so that its owner knows it again: %s', (agent, name) => {
  expect(agentName(textsOf('sq').account, agent)).toBe(name)
})
