// What only the pages of the office have, beside what every page has.
import './outline-keys.ts'
import './save-keys.ts'
import './unsaved.ts'
import './desk-keys.ts'
import './reorder.ts'
