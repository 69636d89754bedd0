// Enhancements of pages that work without them: each begins with what the server sent.
import './focus-on-load.ts'
import './error-summary.ts'
import './character-count.ts'
import './send-once.ts'
import './comment-passage.ts'
import './copy-link.ts'
import './open-for-print.ts'
import './table-roles.ts'
