#!/usr/bin/env python3
"""A third verifier of receipts, written from docs/receipts.md alone, to see whether that page is enough.
    python3 verify_receipt.py [--key VKEY]... [--witness VKEY]... [--checkpoint FILE] FILE...
One line for each file: `<file>: proved`, `entry-only`, `received` or `refused <word>`. Ends with 0 when every file is
proved, with 1 when one is not, with 2 when called wrongly. Python 3.9 or newer, standard library only. Numbers in the
comments are the steps of the section "Checking".
"""
import argparse, base64, hashlib, json, math, re, sys, unicodedata
from decimal import Decimal

MAX_FILE, MAX_ENTRY, MAX_DEPTH, MAX_HASHES, MAX_LINES, MAX_KEYS = 4 * 1024 * 1024, 65535, 64, 63, 100, 100
LEDGER, WITNESS = 0x01, 0x04
TLOG_PROOF = b'c2sp.org/tlog-proof@v1\n'
SUBJECT, KIND = r'[a-z-]+\.[a-z-]+:[0-9a-f-]{36}', r'[a-z-]+\.[a-z-]+'
AT = r'[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z'
WHITE_SPACE = set('\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000') | {chr(c) for c in range(0x2000, 0x200b)}

class Refused(Exception):
    """Something does not hold; its text is the word of the table."""

def need(holds, word):
    if not holds:
        raise Refused(word)

def sha256(*parts):
    return hashlib.sha256(b''.join(parts)).digest()

# ---- Ed25519, RFC 8032 section 5.1 ----
P, ORDER = 2 ** 255 - 19, 2 ** 252 + 27742317777372353535851937790883648493
D, ROOT_OF_MINUS_1 = -121665 * pow(121666, P - 2, P) % P, pow(2, (P - 1) // 4, P)

def point(data):
    """5.1.3: 32 bytes to a point (X, Y, Z, T), or None. y not below p, and x = 0 with the sign set, do not decode."""
    y = int.from_bytes(data, 'little')
    sign, y = y >> 255, y & (2 ** 255 - 1)
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * pow(v, 3, P) * pow(u * pow(v, 7, P), (P - 5) // 8, P) % P
    if v * x * x % P != u:
        x = x * ROOT_OF_MINUS_1 % P
    if y >= P or v * x * x % P != u or (x == 0 and sign):
        return None
    x = x if x & 1 == sign else P - x
    return x, y, 1, x * y % P

def add(p, q):
    """5.1.4: the addition law is complete, so it doubles as well."""
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P

def is_small(p):
    """None, or one of the eight points that give the neutral one when they are doubled three times."""
    for _ in range(3 if p else 0):
        p = add(p, p)
    return p is None or (p[0] == 0 and p[1] == p[2])

BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, 'little'))

def ed25519(key, message, signature):
    """5.1.7 by [S]B = R + [k]A, without the factor 8."""
    a, s = point(key), int.from_bytes(signature[32:], 'little')
    if len(signature) != 64 or s >= ORDER or is_small(a) or is_small(point(signature[:32])):
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), 'little') % ORDER
    minus_a = (P - a[0], a[1], 1, P - a[3])
    table, r = (None, BASE, minus_a, add(BASE, minus_a)), (0, 1, 1, 0)
    for bit in range(252, -1, -1):
        r = add(r, r)
        which = (s >> bit & 1) | (k >> bit & 1) << 1
        r = add(r, table[which]) if which else r
    x, y = (coordinate * pow(r[2], P - 2, P) % P for coordinate in r[:2])
    # Comparing encodings refuses an R that is not encoded in the one right way.
    return (y | (x & 1) << 255).to_bytes(32, 'little') == signature[:32]

# ---- JSON, RFC 8785, base64 ----
def walk(value, depth=1):
    if isinstance(value, str):
        value.encode()  # a lone surrogate raises UnicodeEncodeError, which is a ValueError
    elif isinstance(value, (dict, list)):
        if depth > MAX_DEPTH:
            raise ValueError('nested too deep')
        for inner in [*value, *value.values()] if isinstance(value, dict) else value:
            walk(inner, depth + 1)

def read_json(data, word):
    """Step 1. Every number becomes a float, so that true and 1 are told apart too."""
    def number(text):
        if not math.isfinite(float(text)):  # too large, or NaN and Infinity, which Python would take
            raise ValueError('no number of JSON')
        return float(text)
    def members(pairs):
        if len(dict(pairs)) != len(pairs):
            raise ValueError('a name twice')
        return dict(pairs)
    need(len(data) <= MAX_FILE, word)
    hooks = dict.fromkeys(('parse_int', 'parse_float', 'parse_constant'), number)
    try:
        text = data.decode('utf-8')  # one BOM is skipped; a second one is not JSON
        value = json.loads(text[1:] if text.startswith('\ufeff') else text, object_pairs_hook=members, **hooks)
        walk(value)
    except (ValueError, RecursionError):
        raise Refused(word)
    return value

def number_text(value):
    """ECMAScript's Number::toString, from the shortest digits, which Python's repr finds as well."""
    if value <= 0:
        return '-' + number_text(-value) if value else '0'
    _, digits, exponent = Decimal(repr(value)).as_tuple()
    n = len(digits) + exponent  # the decimal point stands after the n-th digit
    digits = ''.join(map(str, digits)).rstrip('0')
    if 0 < n <= 21:
        return digits + '0' * (n - len(digits)) if len(digits) <= n else digits[:n] + '.' + digits[n:]
    if -6 < n <= 0:
        return '0.' + '0' * -n + digits
    return digits[0] + ('.' if digits[1:] else '') + digits[1:] + 'e%+d' % (n - 1)

def canonical(value):
    """RFC 8785. json.dumps writes strings, true, false and null as JSON.stringify does."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode('utf-16-be'))
        return '{' + ','.join(canonical(name) + ':' + canonical(value[name]) for name in names) + '}'
    if isinstance(value, list):
        return '[' + ','.join(map(canonical, value)) + ']'
    return number_text(value) if isinstance(value, float) else json.dumps(value, ensure_ascii=False)

def from_base64(text):
    """The bytes; none at all when encoding them again gives other characters. (Nowhere are no bytes right.)"""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        return b''
    return data if base64.b64encode(data).decode() == text else b''

# ---- keys and checkpoints ----
def is_key_name(name):
    return name != '' and not any(c == '+' or c in WHITE_SPACE or unicodedata.category(c) == 'Cc' for c in name)

def read_key(text, kind):
    """A verifier key as (name, key id, public key), or None. The base64 may hold a `+`, the name may not."""
    name, key_id, material = (text.split('+', 2) + ['', ''])[:3] if is_text(text) else ('', '', '')
    data = from_base64(material)
    right_id = sha256(name.encode(), b'\n', data)[:4]
    right = is_key_name(name) and key_id == right_id.hex() and len(data) == 33 and data[0] == kind
    return (name, right_id, data[1:]) if right else None

def read_checkpoint(note):
    """Step 10. A dict of text, origin, size (as it is written), root, and lines: (name, key id, signature)."""
    word = 'checkpoint-malformed'
    cut = note.rfind('\n\n')
    need(cut >= 0 and note.endswith('\n') and not any(c < ' ' and c != '\n' for c in note), word)
    text, lines = note[:cut + 1], []
    body = text[:-1].split('\n')
    need(len(body) >= 3 and all(body) and is_form('0|[1-9][0-9]{0,15}', body[1]) and is_hash(body[2]), word)
    need(int(body[1]) <= 2 ** 53 - 1, word)
    for line in note[cut + 2:-1].split('\n'):
        parts = line.split(' ')
        need(len(parts) == 3 and parts[0] == '\u2014' and is_key_name(parts[1]), word)
        data = from_base64(parts[2])
        need(len(data) >= 5, word)
        lines.append((parts[1], data[:4], data[4:]))
    need(len(lines) <= MAX_LINES, word)
    return {'text': text.encode(), 'origin': body[0], 'size': body[1], 'root': from_base64(body[2]), 'lines': lines}

def lines_of(checkpoint, keys):
    """(public keys, signature) for each line that belongs to a key, or to more of one name and id."""
    pairs = [([key[2] for key in keys if line[:2] == key[:2]], line[2]) for line in checkpoint['lines']]
    return [(same, signature) for same, signature in pairs if same]

def check_signature(checkpoint, keys):
    """Step 15."""
    pairs = lines_of(checkpoint, [key for key in keys if key[0] == checkpoint['origin']])
    need(pairs, 'unknown-key')
    for same, signature in pairs:
        need(any(ed25519(key, checkpoint['text'], signature) for key in same), 'bad-signature')

def check_witnesses(checkpoint, witnesses):
    """Step 16."""
    for same, signature in lines_of(checkpoint, witnesses):
        seconds = int.from_bytes(signature[:8], 'big')
        message = b'cosignature/v1\ntime %d\n' % seconds + checkpoint['text']
        need(len(signature) == 72 and seconds < 2 ** 63, 'bad-cosignature')
        need(any(ed25519(key, message, signature[8:]) for key in same), 'bad-cosignature')

def check_own(checkpoint, own, keys):
    """Step 17. With another number of leaves nothing can be told. A BOM is not skipped here."""
    try:
        mine = read_checkpoint(own.decode('utf-8'))
        check_signature(mine, keys)
    except (Refused, ValueError):
        raise Refused('other-checkpoint')
    need(mine['origin'] == checkpoint['origin'], 'other-checkpoint')
    need(mine['size'] != checkpoint['size'] or mine['root'] == checkpoint['root'], 'other-checkpoint')

def leads_to_root(leaf, index, size, hashes, root):
    """Step 14."""
    r, fn, sn = sha256(b'\0', leaf), index, size - 1
    for p in hashes:
        if sn == 0:
            return False
        from_left = fn & 1 or fn == sn
        r = sha256(b'\1', p, r) if from_left else sha256(b'\1', r, p)
        while from_left and fn and not fn & 1:
            fn, sn = fn >> 1, sn >> 1
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and r == root

# ---- the receipt ----
def is_text(value):
    return isinstance(value, str)

def is_form(pattern, value):
    return is_text(value) and re.fullmatch(pattern, value) is not None

def is_hash(value):
    return is_text(value) and len(from_base64(value)) == 32

def is_whole(value, least=0):
    """A JSON number with an integer value: `5`, `5.0` and `5e0` are the same number."""
    return isinstance(value, float) and value.is_integer() and least <= value <= 2 ** 53 - 1

def has_members(value, *names):
    return isinstance(value, dict) and set(value) == set(names)

def is_list_of(what, value):
    return isinstance(value, list) and all(map(what, value))

def is_receipt(r):
    """Step 3. The length of the entry is looked at in step 6, the form of the checkpoint in step 10."""
    return (has_members(r, 'format', 'state', 'subject', 'entry', 'record', 'salt', 'shape', 'proof', 'log', 'history')
            and r['state'] in ('received', 'proved') and is_form(SUBJECT, r['subject']) and is_text(r['entry'])
            and (r['record'] is None or isinstance(r['record'], dict) and r['shape'] != [])
            and (r['salt'] is None if r['record'] is None else is_form('[0-9a-f]{32}', r['salt']))
            and is_list_of(is_text, r['shape']) and len(set(r['shape'])) == len(r['shape'])
            and (r['proof'] is None or is_proof(r['proof']))
            and has_members(r['log'], 'origin', 'url', 'keys') and is_text(r['log']['origin'])
            and is_text(r['log']['url']) and are_keys(r['log']['keys'])
            and is_list_of(lambda h: has_members(h, 'at', 'what') and all(map(is_text, h.values())), r['history']))

def are_keys(keys):
    return (isinstance(keys, list) and len(keys) <= MAX_KEYS and all(read_key(key, LEDGER) for key in keys)
            and len(set(keys)) == len(keys))

def is_proof(p):
    return (has_members(p, 'index', 'size', 'hashes', 'checkpoint') and is_whole(p['index']) and is_whole(p['size'])
            and is_list_of(is_hash, p['hashes']) and len(p['hashes']) <= MAX_HASHES and is_text(p['checkpoint']))

def is_entry(e, length):
    """Step 6."""
    names = {'at', 'digest', 'institution', 'kind', 'subject', 'v', 'version'}
    if not isinstance(e, dict) or set(e) - {'ended'} != names or ('ended' in e) != (e['digest'] is None):
        return False
    ended = e.get('ended', {'why': 'removed'})  # where there is none: something that holds
    return (2 <= length <= MAX_ENTRY and is_form(AT, e['at']) and is_form(KIND, e['kind'])
            and (e['digest'] is None or is_form('[0-9a-f]{64}', e['digest']))
            and (e['institution'] is None or is_text(e['institution']))
            and is_form(SUBJECT, e['subject']) and is_whole(e['v'], 1) and is_whole(e['version'], 1)
            and isinstance(ended, dict) and {'why'} <= set(ended) <= {'why', 'ground', 'role'}
            and is_form('erased|withdrawn|taken-down|removed', ended['why']) and all(map(is_text, ended.values())))

def read_entry(leaf):
    """Steps 5 and 6."""
    entry = read_json(leaf, 'entry-not-canonical')
    need(canonical(entry).encode() == leaf, 'entry-not-canonical')
    need(is_entry(entry, len(leaf)), 'entry-malformed')
    return entry

def verify_tlog_proof(data, keys, witnesses, own):
    """The section `.tlog-proof`. The leaf is always the `extra` line here."""
    try:
        need(len(data) <= MAX_FILE, 'not-json')
        head, cut, note = data.decode('utf-8').partition('\n\n')
    except ValueError:
        raise Refused('not-json')
    lines = head.split('\n')[1:] if cut else []
    leaf = from_base64(lines.pop(0)[6:]) if lines and lines[0].startswith('extra ') else b''
    index = lines.pop(0) if lines else ''
    need(is_form('index (0|[1-9][0-9]{0,15})', index) and int(index[6:]) <= 2 ** 53 - 1 and leaf, 'malformed')
    need(len(lines) <= MAX_HASHES and all(map(is_hash, lines)), 'malformed')
    read_entry(leaf)  # 5, 6
    checkpoint, index = read_checkpoint(note), int(index[6:])  # 10
    size = int(checkpoint['size'])
    need(index < size, 'wrong-index')  # 13
    need(leads_to_root(leaf, index, size, map(from_base64, lines), checkpoint['root']), 'not-included')  # 14
    check_signature(checkpoint, keys)  # 15
    check_witnesses(checkpoint, witnesses)  # 16
    if own is not None:
        check_own(checkpoint, own, keys)  # 17
    return 'entry-only'

def verify(data, keys=(), witnesses=(), own=None):
    """The answer for the bytes of a receipt, by the reader's keys and, in `own`, the bytes of their own checkpoint."""
    if data.startswith(TLOG_PROOF):
        return verify_tlog_proof(data, keys, witnesses, own)
    receipt = read_json(data, 'not-json')  # 1
    need(isinstance(receipt, dict) and receipt.get('format') == 'kuvend-receipt/1', 'unknown-format')  # 2
    need(is_receipt(receipt), 'malformed')  # 3
    record, proof, leaf = receipt['record'], receipt['proof'], receipt['entry'].encode()
    need(receipt['state'] == ('received' if proof is None else 'proved'), 'wrong-state')  # 4
    entry = read_entry(leaf)  # 5, 6
    need(entry['subject'] == receipt['subject'], 'wrong-subject')  # 7
    if record is not None:
        need(set(record) == set(receipt['shape']), 'wrong-shape')  # 8
        digest = sha256(bytes.fromhex(receipt['salt']), canonical(record).encode()).hex()
        need(digest == entry['digest'], 'digest-differs')  # 9
    if proof is None:
        return 'received'
    checkpoint, index, size = read_checkpoint(proof['checkpoint']), int(proof['index']), int(proof['size'])  # 10
    need(checkpoint['origin'] == receipt['log']['origin'], 'wrong-origin')  # 11
    need(checkpoint['size'] == str(size), 'wrong-size')  # 12
    need(index < size, 'wrong-index')  # 13
    need(leads_to_root(leaf, index, size, map(from_base64, proof['hashes']), checkpoint['root']), 'not-included')  # 14
    known = keys or [read_key(key, LEDGER) for key in receipt['log']['keys']]
    check_signature(checkpoint, known)  # 15
    check_witnesses(checkpoint, witnesses)  # 16
    if own is not None:
        check_own(checkpoint, own, known)  # 17
    return 'entry-only' if record is None else 'proved'

def main():
    parser = argparse.ArgumentParser(description='Checks receipts (kuvend-receipt/1).')
    parser.add_argument('--key', metavar='VKEY', action='append', default=[])
    parser.add_argument('--witness', metavar='VKEY', action='append', default=[])
    parser.add_argument('--checkpoint', metavar='FILE', type=argparse.FileType('rb'))
    parser.add_argument('file', metavar='FILE', nargs='+', type=argparse.FileType('rb'))
    given, answers = parser.parse_args(), set()
    keys, witnesses = [read_key(k, LEDGER) for k in given.key], [read_key(k, WITNESS) for k in given.witness]
    if None in keys + witnesses:
        parser.error('no verifier key of its kind')
    own = given.checkpoint and given.checkpoint.read()
    for file in given.file:
        try:
            answer = verify(file.read(), keys, witnesses, own)
        except Refused as refusal:
            answer = 'refused %s' % refusal
        answers.add(answer)
        print('%s: %s' % (file.name, answer))
    return 0 if answers == {'proved'} else 1

if __name__ == '__main__':
    sys.exit(main())
