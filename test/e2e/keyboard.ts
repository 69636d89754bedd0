import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** No page has more stops than this before its main matter. */
const MOST_STOPS = 200

/**
 * Presses Tab until the focus stands on the element. On the way every stop must be seen: somebody who goes by keyboard
 * alone has nothing else to know where they are.
 */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press('Tab')
    expect(await focusFault(page)).toBeNull()
    if (await hasFocus(wanted)) return
  }
  throw new Error(`${MOST_STOPS} stops and never ${wanted.toString()}`)
}

export async function hasFocus(wanted: Locator): Promise<boolean> {
  return (await wanted.count()) > 0 && (await wanted.first().evaluate((element) => element === document.activeElement))
}

/**
 * Why the focus cannot be seen, or null. Compared with the same element without focus: an edge, a shadow or a ground that
 * was not there before, on the element itself or on what is drawn for it (a radio is drawn by its label).
 */
export function focusFault(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return null
    const box = element.getBoundingClientRect()
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined
    const look = () =>
      [getComputedStyle(element), ...(label ? [getComputedStyle(label, '::before')] : [])]
        .map((style) => [style.outline, style.boxShadow, style.backgroundColor, style.borderColor].join(' '))
        .join(' | ')
    const focused = look()
    const place = getComputedStyle(element)
    const drawn = box.width > 0 && box.height > 0 && place.visibility === 'visible'
    const inWindow = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
    const name = element.outerHTML.slice(0, 160)
    element.blur()
    const plain = look()
    element.focus()
    if (!drawn || !inWindow) return `focus outside the window: ${name}`
    return focused === plain ? `focus looks like no focus: ${name}` : null
  })
}
