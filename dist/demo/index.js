import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 7349:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveBlockMap = __nccwpck_require__(7103);
var resolveBlockSeq = __nccwpck_require__(334);
var resolveFlowCollection = __nccwpck_require__(3142);

function resolveCollection(CN, ctx, token, onError, tagName, tag) {
    const coll = token.type === 'block-map'
        ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag)
        : token.type === 'block-seq'
            ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag)
            : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
    const Coll = coll.constructor;
    // If we got a tagName matching the class, or the tag name is '!',
    // then use the tagName from the node class used to create it.
    if (tagName === '!' || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
    }
    if (tagName)
        coll.tag = tagName;
    return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
    const tagToken = props.tag;
    const tagName = !tagToken
        ? null
        : ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg));
    if (token.type === 'block-seq') {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken
            ? anchor.offset > tagToken.offset
                ? anchor
                : tagToken
            : (anchor ?? tagToken);
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
            const message = 'Missing newline after block sequence props';
            onError(lastProp, 'MISSING_CHAR', message);
        }
    }
    const expType = token.type === 'block-map'
        ? 'map'
        : token.type === 'block-seq'
            ? 'seq'
            : token.start.source === '{'
                ? 'map'
                : 'seq';
    // shortcut: check if it's a generic YAMLMap or YAMLSeq
    // before jumping into the custom tag logic.
    if (!tagToken ||
        !tagName ||
        tagName === '!' ||
        (tagName === YAMLMap.YAMLMap.tagName && expType === 'map') ||
        (tagName === YAMLSeq.YAMLSeq.tagName && expType === 'seq')) {
        return resolveCollection(CN, ctx, token, onError, tagName);
    }
    let tag = ctx.schema.tags.find(t => t.tag === tagName && t.collection === expType);
    if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
            ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
            tag = kt;
        }
        else {
            if (kt) {
                onError(tagToken, 'BAD_COLLECTION_TYPE', `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? 'scalar'}`, true);
            }
            else {
                onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, true);
            }
            return resolveCollection(CN, ctx, token, onError, tagName);
        }
    }
    const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
    const res = tag.resolve?.(coll, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg), ctx.options) ?? coll;
    const node = identity.isNode(res)
        ? res
        : new Scalar.Scalar(res);
    node.range = coll.range;
    node.tag = tagName;
    if (tag?.format)
        node.format = tag.format;
    return node;
}

exports.composeCollection = composeCollection;


/***/ }),

/***/ 3683:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Document = __nccwpck_require__(3021);
var composeNode = __nccwpck_require__(5937);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);

function composeDoc(options, directives, { offset, start, value, end }, onError) {
    const opts = Object.assign({ _directives: directives }, options);
    const doc = new Document.Document(undefined, opts);
    const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
    };
    const props = resolveProps.resolveProps(start, {
        indicator: 'doc-start',
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
    });
    if (props.found) {
        doc.directives.docStart = true;
        if (value &&
            (value.type === 'block-map' || value.type === 'block-seq') &&
            !props.hasNewline)
            onError(props.end, 'MISSING_CHAR', 'Block collection cannot start on same line with directives-end marker');
    }
    // @ts-expect-error If Contents is set, let's trust the user
    doc.contents = value
        ? composeNode.composeNode(ctx, value, props, onError)
        : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
    const contentEnd = doc.contents.range[2];
    const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
    if (re.comment)
        doc.comment = re.comment;
    doc.range = [offset, contentEnd, re.offset];
    return doc;
}

exports.composeDoc = composeDoc;


/***/ }),

/***/ 5937:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var composeCollection = __nccwpck_require__(7349);
var composeScalar = __nccwpck_require__(5413);
var resolveEnd = __nccwpck_require__(7788);
var utilEmptyScalarPosition = __nccwpck_require__(2599);

const CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
    const atKey = ctx.atKey;
    const { spaceBefore, comment, anchor, tag } = props;
    let node;
    let isSrcToken = true;
    switch (token.type) {
        case 'alias':
            node = composeAlias(ctx, token, onError);
            if (anchor || tag)
                onError(token, 'ALIAS_PROPS', 'An alias node must not specify any properties');
            break;
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'block-scalar':
            node = composeScalar.composeScalar(ctx, token, tag, onError);
            if (anchor)
                node.anchor = anchor.source.substring(1);
            break;
        case 'block-map':
        case 'block-seq':
        case 'flow-collection':
            try {
                node = composeCollection.composeCollection(CN, ctx, token, props, onError);
                if (anchor)
                    node.anchor = anchor.source.substring(1);
            }
            catch (error) {
                // Almost certainly here due to a stack overflow
                const message = error instanceof Error ? error.message : String(error);
                onError(token, 'RESOURCE_EXHAUSTION', message);
            }
            break;
        default: {
            const message = token.type === 'error'
                ? token.message
                : `Unsupported token (type: ${token.type})`;
            onError(token, 'UNEXPECTED_TOKEN', message);
            isSrcToken = false;
        }
    }
    node ?? (node = composeEmptyNode(ctx, token.offset, undefined, null, props, onError));
    if (anchor && node.anchor === '')
        onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    if (atKey &&
        ctx.options.stringKeys &&
        (!identity.isScalar(node) ||
            typeof node.value !== 'string' ||
            (node.tag && node.tag !== 'tag:yaml.org,2002:str'))) {
        const msg = 'With stringKeys, all keys must be strings';
        onError(tag ?? token, 'NON_STRING_KEY', msg);
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        if (token.type === 'scalar' && token.source === '')
            node.comment = comment;
        else
            node.commentBefore = comment;
    }
    // @ts-expect-error Type checking misses meaning of isSrcToken
    if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
    return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
    const token = {
        type: 'scalar',
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ''
    };
    const node = composeScalar.composeScalar(ctx, token, tag, onError);
    if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === '')
            onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        node.comment = comment;
        node.range[2] = end;
    }
    return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
    const alias = new Alias.Alias(source.substring(1));
    if (alias.source === '')
        onError(offset, 'BAD_ALIAS', 'Alias cannot be an empty string');
    if (alias.source.endsWith(':'))
        onError(offset + source.length - 1, 'BAD_ALIAS', 'Alias ending in : is ambiguous', true);
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
    alias.range = [offset, valueEnd, re.offset];
    if (re.comment)
        alias.comment = re.comment;
    return alias;
}

exports.composeEmptyNode = composeEmptyNode;
exports.composeNode = composeNode;


/***/ }),

/***/ 5413:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);

function composeScalar(ctx, token, tagToken, onError) {
    const { value, type, comment, range } = token.type === 'block-scalar'
        ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError)
        : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
    const tagName = tagToken
        ? ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg))
        : null;
    let tag;
    if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
    }
    else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
    else if (token.type === 'scalar')
        tag = findScalarTagByTest(ctx, value, token, onError);
    else
        tag = ctx.schema[identity.SCALAR];
    let scalar;
    try {
        const res = tag.resolve(value, msg => onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
    }
    catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg);
        scalar = new Scalar.Scalar(value);
    }
    scalar.range = range;
    scalar.source = value;
    if (type)
        scalar.type = type;
    if (tagName)
        scalar.tag = tagName;
    if (tag.format)
        scalar.format = tag.format;
    if (comment)
        scalar.comment = comment;
    return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
    if (tagName === '!')
        return schema[identity.SCALAR]; // non-specific tag
    const matchWithTest = [];
    for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
            if (tag.default && tag.test)
                matchWithTest.push(tag);
            else
                return tag;
        }
    }
    for (const tag of matchWithTest)
        if (tag.test?.test(value))
            return tag;
    const kt = schema.knownTags[tagName];
    if (kt && !kt.collection) {
        // Ensure that the known tag is available for stringifying,
        // but does not get used by default.
        schema.tags.push(Object.assign({}, kt, { default: false, test: undefined }));
        return kt;
    }
    onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, tagName !== 'tag:yaml.org,2002:str');
    return schema[identity.SCALAR];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
    const tag = schema.tags.find(tag => (tag.default === true || (atKey && tag.default === 'key')) &&
        tag.test?.test(value)) || schema[identity.SCALAR];
    if (schema.compat) {
        const compat = schema.compat.find(tag => tag.default && tag.test?.test(value)) ??
            schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
            const ts = directives.tagString(tag.tag);
            const cs = directives.tagString(compat.tag);
            const msg = `Value may be parsed as either ${ts} or ${cs}`;
            onError(token, 'TAG_RESOLVE_FAILED', msg, true);
        }
    }
    return tag;
}

exports.composeScalar = composeScalar;


/***/ }),

/***/ 9984:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var directives = __nccwpck_require__(1342);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var identity = __nccwpck_require__(1127);
var composeDoc = __nccwpck_require__(3683);
var resolveEnd = __nccwpck_require__(7788);

function getErrorPos(src) {
    if (typeof src === 'number')
        return [src, src + 1];
    if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
    const { offset, source } = src;
    return [offset, offset + (typeof source === 'string' ? source.length : 1)];
}
function parsePrelude(prelude) {
    let comment = '';
    let atComment = false;
    let afterEmptyLine = false;
    for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
            case '#':
                comment +=
                    (comment === '' ? '' : afterEmptyLine ? '\n\n' : '\n') +
                        (source.substring(1) || ' ');
                atComment = true;
                afterEmptyLine = false;
                break;
            case '%':
                if (prelude[i + 1]?.[0] !== '#')
                    i += 1;
                atComment = false;
                break;
            default:
                // This may be wrong after doc-end, but in that case it doesn't matter
                if (!atComment)
                    afterEmptyLine = true;
                atComment = false;
        }
    }
    return { comment, afterEmptyLine };
}
/**
 * Compose a stream of CST nodes into a stream of YAML Documents.
 *
 * ```ts
 * import { Composer, Parser } from 'yaml'
 *
 * const src: string = ...
 * const tokens = new Parser().parse(src)
 * const docs = new Composer().compose(tokens)
 * ```
 */
class Composer {
    constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
            const pos = getErrorPos(source);
            if (warning)
                this.warnings.push(new errors.YAMLWarning(pos, code, message));
            else
                this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        this.directives = new directives.Directives({ version: options.version || '1.2' });
        this.options = options;
    }
    decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        //console.log({ dc: doc.comment, prelude, comment })
        if (comment) {
            const dc = doc.contents;
            if (afterDoc) {
                doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
            }
            else if (afterEmptyLine || doc.directives.docStart || !dc) {
                doc.commentBefore = comment;
            }
            else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
                let it = dc.items[0];
                if (identity.isPair(it))
                    it = it.key;
                const cb = it.commentBefore;
                it.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
            else {
                const cb = dc.commentBefore;
                dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
        }
        if (afterDoc) {
            for (let i = 0; i < this.errors.length; ++i)
                doc.errors.push(this.errors[i]);
            for (let i = 0; i < this.warnings.length; ++i)
                doc.warnings.push(this.warnings[i]);
        }
        else {
            doc.errors = this.errors;
            doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
    }
    /**
     * Current stream status information.
     *
     * Mostly useful at the end of input for an empty stream.
     */
    streamInfo() {
        return {
            comment: parsePrelude(this.prelude).comment,
            directives: this.directives,
            errors: this.errors,
            warnings: this.warnings
        };
    }
    /**
     * Compose tokens into documents.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
            yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
    }
    /** Advance the composer by one CST token. */
    *next(token) {
        if (node_process.env.LOG_STREAM)
            console.dir(token, { depth: null });
        switch (token.type) {
            case 'directive':
                this.directives.add(token.source, (offset, message, warning) => {
                    const pos = getErrorPos(token);
                    pos[0] += offset;
                    this.onError(pos, 'BAD_DIRECTIVE', message, warning);
                });
                this.prelude.push(token.source);
                this.atDirectives = true;
                break;
            case 'document': {
                const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
                if (this.atDirectives && !doc.directives.docStart)
                    this.onError(token, 'MISSING_CHAR', 'Missing directives-end/doc-start indicator line');
                this.decorate(doc, false);
                if (this.doc)
                    yield this.doc;
                this.doc = doc;
                this.atDirectives = false;
                break;
            }
            case 'byte-order-mark':
            case 'space':
                break;
            case 'comment':
            case 'newline':
                this.prelude.push(token.source);
                break;
            case 'error': {
                const msg = token.source
                    ? `${token.message}: ${JSON.stringify(token.source)}`
                    : token.message;
                const error = new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg);
                if (this.atDirectives || !this.doc)
                    this.errors.push(error);
                else
                    this.doc.errors.push(error);
                break;
            }
            case 'doc-end': {
                if (!this.doc) {
                    const msg = 'Unexpected doc-end without preceding document';
                    this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg));
                    break;
                }
                this.doc.directives.docEnd = true;
                const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
                this.decorate(this.doc, true);
                if (end.comment) {
                    const dc = this.doc.comment;
                    this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
                }
                this.doc.range[2] = end.offset;
                break;
            }
            default:
                this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', `Unsupported token ${token.type}`));
        }
    }
    /**
     * Call at end of input to yield any remaining document.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
            this.decorate(this.doc, true);
            yield this.doc;
            this.doc = null;
        }
        else if (forceDoc) {
            const opts = Object.assign({ _directives: this.directives }, this.options);
            const doc = new Document.Document(undefined, opts);
            if (this.atDirectives)
                this.onError(endOffset, 'MISSING_CHAR', 'Missing directives-end indicator line');
            doc.range = [0, endOffset, endOffset];
            this.decorate(doc, false);
            yield doc;
        }
    }
}

exports.Composer = Composer;


/***/ }),

/***/ 7103:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilFlowIndentCheck = __nccwpck_require__(4051);
var utilMapIncludes = __nccwpck_require__(1187);

const startColMsg = 'All mapping items must start at the same column';
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
    const map = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    let offset = bm.offset;
    let commentEnd = null;
    for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        // key properties
        const keyProps = resolveProps.resolveProps(start, {
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: bm.indent,
            startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
            if (key) {
                if (key.type === 'block-seq')
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key');
                else if ('indent' in key && key.indent !== bm.indent)
                    onError(offset, 'BAD_INDENT', startColMsg);
            }
            if (!keyProps.anchor && !keyProps.tag && !sep) {
                commentEnd = keyProps.end;
                if (keyProps.comment) {
                    if (map.comment)
                        map.comment += '\n' + keyProps.comment;
                    else
                        map.comment = keyProps.comment;
                }
                continue;
            }
            if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
                onError(key ?? start[start.length - 1], 'MULTILINE_IMPLICIT_KEY', 'Implicit keys need to be on a single line');
            }
        }
        else if (keyProps.found?.indent !== bm.indent) {
            onError(offset, 'BAD_INDENT', startColMsg);
        }
        // key value
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key
            ? composeNode(ctx, key, keyProps, onError)
            : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
            onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
        // value properties
        const valueProps = resolveProps.resolveProps(sep ?? [], {
            indicator: 'map-value-ind',
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: bm.indent,
            startOnNewline: !key || key.type === 'block-scalar'
        });
        offset = valueProps.end;
        if (valueProps.found) {
            if (implicitKey) {
                if (value?.type === 'block-map' && !valueProps.hasNewline)
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings');
                if (ctx.options.strict &&
                    keyProps.start < valueProps.found.offset - 1024)
                    onError(keyNode.range, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit block mapping key');
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
            if (ctx.schema.compat)
                utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
            offset = valueNode.range[2];
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
        else {
            // key with no value
            if (implicitKey)
                onError(keyNode.range, 'MISSING_CHAR', 'Implicit map keys need to be followed by map values');
            if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
    }
    if (commentEnd && commentEnd < offset)
        onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content');
    map.range = [bm.offset, offset, commentEnd ?? offset];
    return map;
}

exports.resolveBlockMap = resolveBlockMap;


/***/ }),

/***/ 8913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function resolveBlockScalar(ctx, scalar, onError) {
    const start = scalar.offset;
    const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
    if (!header)
        return { value: '', type: null, comment: '', range: [start, start, start] };
    const type = header.mode === '>' ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
    const lines = scalar.source ? splitLines(scalar.source) : [];
    // determine the end of content & start of chomping
    let chompStart = lines.length;
    for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === '' || content === '\r')
            chompStart = i;
        else
            break;
    }
    // shortcut for empty contents
    if (chompStart === 0) {
        const value = header.chomp === '+' && lines.length > 0
            ? '\n'.repeat(Math.max(1, lines.length - 1))
            : '';
        let end = start + header.length;
        if (scalar.source)
            end += scalar.source.length;
        return { value, type, comment: header.comment, range: [start, end, end] };
    }
    // find the indentation level to trim from start
    let trimIndent = scalar.indent + header.indent;
    let offset = scalar.offset + header.length;
    let contentStart = 0;
    for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === '' || content === '\r') {
            if (header.indent === 0 && indent.length > trimIndent)
                trimIndent = indent.length;
        }
        else {
            if (indent.length < trimIndent) {
                const message = 'Block scalars with more-indented leading empty lines must use an explicit indentation indicator';
                onError(offset + indent.length, 'MISSING_CHAR', message);
            }
            if (header.indent === 0)
                trimIndent = indent.length;
            contentStart = i;
            if (trimIndent === 0 && !ctx.atRoot) {
                const message = 'Block scalar values in collections must be indented';
                onError(offset, 'BAD_INDENT', message);
            }
            break;
        }
        offset += indent.length + content.length + 1;
    }
    // include trailing more-indented empty lines in content
    for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
            chompStart = i + 1;
    }
    let value = '';
    let sep = '';
    let prevMoreIndented = false;
    // leading whitespace is kept intact
    for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + '\n';
    for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === '\r';
        if (crlf)
            content = content.slice(0, -1);
        /* istanbul ignore if already caught in lexer */
        if (content && indent.length < trimIndent) {
            const src = header.indent
                ? 'explicit indentation indicator'
                : 'first line';
            const message = `Block scalar lines must not be less indented than their ${src}`;
            onError(offset - content.length - (crlf ? 2 : 1), 'BAD_INDENT', message);
            indent = '';
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
        }
        else if (indent.length > trimIndent || content[0] === '\t') {
            // more-indented content within a folded block
            if (sep === ' ')
                sep = '\n';
            else if (!prevMoreIndented && sep === '\n')
                sep = '\n\n';
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
            prevMoreIndented = true;
        }
        else if (content === '') {
            // empty line
            if (sep === '\n')
                value += '\n';
            else
                sep = '\n';
        }
        else {
            value += sep + content;
            sep = ' ';
            prevMoreIndented = false;
        }
    }
    switch (header.chomp) {
        case '-':
            break;
        case '+':
            for (let i = chompStart; i < lines.length; ++i)
                value += '\n' + lines[i][0].slice(trimIndent);
            if (value[value.length - 1] !== '\n')
                value += '\n';
            break;
        default:
            value += '\n';
    }
    const end = start + header.length + scalar.source.length;
    return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
    /* istanbul ignore if should not happen */
    if (props[0].type !== 'block-scalar-header') {
        onError(props[0], 'IMPOSSIBLE', 'Block scalar header not found');
        return null;
    }
    const { source } = props[0];
    const mode = source[0];
    let indent = 0;
    let chomp = '';
    let error = -1;
    for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === '-' || ch === '+'))
            chomp = ch;
        else {
            const n = Number(ch);
            if (!indent && n)
                indent = n;
            else if (error === -1)
                error = offset + i;
        }
    }
    if (error !== -1)
        onError(error, 'UNEXPECTED_TOKEN', `Block scalar header includes extra characters: ${source}`);
    let hasSpace = false;
    let comment = '';
    let length = source.length;
    for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
            case 'space':
                hasSpace = true;
            // fallthrough
            case 'newline':
                length += token.source.length;
                break;
            case 'comment':
                if (strict && !hasSpace) {
                    const message = 'Comments must be separated from other tokens by white space characters';
                    onError(token, 'MISSING_CHAR', message);
                }
                length += token.source.length;
                comment = token.source.substring(1);
                break;
            case 'error':
                onError(token, 'UNEXPECTED_TOKEN', token.message);
                length += token.source.length;
                break;
            /* istanbul ignore next should not happen */
            default: {
                const message = `Unexpected token in block scalar header: ${token.type}`;
                onError(token, 'UNEXPECTED_TOKEN', message);
                const ts = token.source;
                if (ts && typeof ts === 'string')
                    length += ts.length;
            }
        }
    }
    return { mode, indent, chomp, comment, length };
}
/** @returns Array of lines split up as `[indent, content]` */
function splitLines(source) {
    const split = source.split(/\n( *)/);
    const first = split[0];
    const m = first.match(/^( *)/);
    const line0 = m?.[1]
        ? [m[1], first.slice(m[1].length)]
        : ['', first];
    const lines = [line0];
    for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
    return lines;
}

exports.resolveBlockScalar = resolveBlockScalar;


/***/ }),

/***/ 334:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var YAMLSeq = __nccwpck_require__(2223);
var resolveProps = __nccwpck_require__(4631);
var utilFlowIndentCheck = __nccwpck_require__(4051);

function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
    const seq = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = bs.offset;
    let commentEnd = null;
    for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
            indicator: 'seq-item-ind',
            next: value,
            offset,
            onError,
            parentIndent: bs.indent,
            startOnNewline: true
        });
        if (!props.found) {
            if (props.anchor || props.tag || value) {
                if (value?.type === 'block-seq')
                    onError(props.end, 'BAD_INDENT', 'All sequence items must start at the same column');
                else
                    onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator');
            }
            else {
                commentEnd = props.end;
                if (props.comment)
                    seq.comment = props.comment;
                continue;
            }
        }
        const node = value
            ? composeNode(ctx, value, props, onError)
            : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
    }
    seq.range = [bs.offset, offset, commentEnd ?? offset];
    return seq;
}

exports.resolveBlockSeq = resolveBlockSeq;


/***/ }),

/***/ 7788:
/***/ ((__unused_webpack_module, exports) => {



function resolveEnd(end, offset, reqSpace, onError) {
    let comment = '';
    if (end) {
        let hasSpace = false;
        let sep = '';
        for (const token of end) {
            const { source, type } = token;
            switch (type) {
                case 'space':
                    hasSpace = true;
                    break;
                case 'comment': {
                    if (reqSpace && !hasSpace)
                        onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                    const cb = source.substring(1) || ' ';
                    if (!comment)
                        comment = cb;
                    else
                        comment += sep + cb;
                    sep = '';
                    break;
                }
                case 'newline':
                    if (comment)
                        sep += source;
                    hasSpace = true;
                    break;
                default:
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${type} at node end`);
            }
            offset += source.length;
        }
    }
    return { comment, offset };
}

exports.resolveEnd = resolveEnd;


/***/ }),

/***/ 3142:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilMapIncludes = __nccwpck_require__(1187);

const blockMsg = 'Block collections are not allowed within flow collections';
const isBlock = (token) => token && (token.type === 'block-map' || token.type === 'block-seq');
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
    const isMap = fc.start.source === '{';
    const fcName = isMap ? 'flow map' : 'flow sequence';
    const NodeClass = (tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq));
    const coll = new NodeClass(ctx.schema);
    coll.flow = true;
    const atRoot = ctx.atRoot;
    if (atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = fc.offset + fc.start.source.length;
    for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
            flow: fcName,
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
        });
        if (!props.found) {
            if (!props.anchor && !props.tag && !sep && !value) {
                if (i === 0 && props.comma)
                    onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
                else if (i < fc.items.length - 1)
                    onError(props.start, 'UNEXPECTED_TOKEN', `Unexpected empty item in ${fcName}`);
                if (props.comment) {
                    if (coll.comment)
                        coll.comment += '\n' + props.comment;
                    else
                        coll.comment = props.comment;
                }
                offset = props.end;
                continue;
            }
            if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key))
                onError(key, // checked by containsNewline()
                'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
        }
        if (i === 0) {
            if (props.comma)
                onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
        }
        else {
            if (!props.comma)
                onError(props.start, 'MISSING_CHAR', `Missing , between ${fcName} items`);
            if (props.comment) {
                let prevItemComment = '';
                loop: for (const st of start) {
                    switch (st.type) {
                        case 'comma':
                        case 'space':
                            break;
                        case 'comment':
                            prevItemComment = st.source.substring(1);
                            break loop;
                        default:
                            break loop;
                    }
                }
                if (prevItemComment) {
                    let prev = coll.items[coll.items.length - 1];
                    if (identity.isPair(prev))
                        prev = prev.value ?? prev.key;
                    if (prev.comment)
                        prev.comment += '\n' + prevItemComment;
                    else
                        prev.comment = prevItemComment;
                    props.comment = props.comment.substring(prevItemComment.length + 1);
                }
            }
        }
        if (!isMap && !sep && !props.found) {
            // item is a value in a seq
            // \u2192 key & sep are empty, start does not include ? or :
            const valueNode = value
                ? composeNode(ctx, value, props, onError)
                : composeEmptyNode(ctx, props.end, sep, null, props, onError);
            coll.items.push(valueNode);
            offset = valueNode.range[2];
            if (isBlock(value))
                onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
        }
        else {
            // item is a key+value pair
            // key value
            ctx.atKey = true;
            const keyStart = props.end;
            const keyNode = key
                ? composeNode(ctx, key, props, onError)
                : composeEmptyNode(ctx, keyStart, start, null, props, onError);
            if (isBlock(key))
                onError(keyNode.range, 'BLOCK_IN_FLOW', blockMsg);
            ctx.atKey = false;
            // value properties
            const valueProps = resolveProps.resolveProps(sep ?? [], {
                flow: fcName,
                indicator: 'map-value-ind',
                next: value,
                offset: keyNode.range[2],
                onError,
                parentIndent: fc.indent,
                startOnNewline: false
            });
            if (valueProps.found) {
                if (!isMap && !props.found && ctx.options.strict) {
                    if (sep)
                        for (const st of sep) {
                            if (st === valueProps.found)
                                break;
                            if (st.type === 'newline') {
                                onError(st, 'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
                                break;
                            }
                        }
                    if (props.start < valueProps.found.offset - 1024)
                        onError(valueProps.found, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit flow sequence key');
                }
            }
            else if (value) {
                if ('source' in value && value.source?.[0] === ':')
                    onError(value, 'MISSING_CHAR', `Missing space after : in ${fcName}`);
                else
                    onError(valueProps.start, 'MISSING_CHAR', `Missing , or : between ${fcName} items`);
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : valueProps.found
                    ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError)
                    : null;
            if (valueNode) {
                if (isBlock(value))
                    onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
            }
            else if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            if (isMap) {
                const map = coll;
                if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
                    onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
                map.items.push(pair);
            }
            else {
                const map = new YAMLMap.YAMLMap(ctx.schema);
                map.flow = true;
                map.items.push(pair);
                const endRange = (valueNode ?? keyNode).range;
                map.range = [keyNode.range[0], endRange[1], endRange[2]];
                coll.items.push(map);
            }
            offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
    }
    const expectedEnd = isMap ? '}' : ']';
    const [ce, ...ee] = fc.end;
    let cePos = offset;
    if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
    else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot
            ? `${name} must end with a ${expectedEnd}`
            : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? 'MISSING_CHAR' : 'BAD_INDENT', msg);
        if (ce && ce.source.length !== 1)
            ee.unshift(ce);
    }
    if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
            if (coll.comment)
                coll.comment += '\n' + end.comment;
            else
                coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
    }
    else {
        coll.range = [fc.offset, cePos, cePos];
    }
    return coll;
}

exports.resolveFlowCollection = resolveFlowCollection;


/***/ }),

/***/ 6842:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var resolveEnd = __nccwpck_require__(7788);

function resolveFlowScalar(scalar, strict, onError) {
    const { offset, type, source, end } = scalar;
    let _type;
    let value;
    const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
    switch (type) {
        case 'scalar':
            _type = Scalar.Scalar.PLAIN;
            value = plainValue(source, _onError);
            break;
        case 'single-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_SINGLE;
            value = singleQuotedValue(source, _onError);
            break;
        case 'double-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_DOUBLE;
            value = doubleQuotedValue(source, _onError);
            break;
        /* istanbul ignore next should not happen */
        default:
            onError(scalar, 'UNEXPECTED_TOKEN', `Expected a flow scalar value, but found: ${type}`);
            return {
                value: '',
                type: null,
                comment: '',
                range: [offset, offset + source.length, offset + source.length]
            };
    }
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
    return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
    };
}
function plainValue(source, onError) {
    let badChar = '';
    switch (source[0]) {
        /* istanbul ignore next should not happen */
        case '\t':
            badChar = 'a tab character';
            break;
        case ',':
            badChar = 'flow indicator character ,';
            break;
        case '%':
            badChar = 'directive indicator character %';
            break;
        case '|':
        case '>': {
            badChar = `block scalar indicator ${source[0]}`;
            break;
        }
        case '@':
        case '`': {
            badChar = `reserved character ${source[0]}`;
            break;
        }
    }
    if (badChar)
        onError(0, 'BAD_SCALAR_START', `Plain value cannot start with ${badChar}`);
    return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
    if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, 'MISSING_CHAR', "Missing closing 'quote");
    return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
    const line = /(.*?)\r?\n/sy;
    let match = line.exec(source);
    if (!match)
        return source;
    /**
     * The negative lookbehinds in these RegExps are to
     * prevent causing a polynomial search time in certain cases.
     *
     * The try-catch is for Safari < 16.4 and other old browsers:
     * https://caniuse.com/js-regexp-lookbehind
     */
    let trimEnd, trimBoth;
    try {
        trimEnd = new RegExp('(?<![ \t])[ \t]+$');
        trimBoth = new RegExp('^[ \t]+|(?<![ \t])[ \t]+$', 'g');
    }
    catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
    }
    let res = match[1].replace(trimEnd, '');
    let sep = ' ';
    let pos = line.lastIndex;
    while ((match = line.exec(source))) {
        const lm = match[1].replace(trimBoth, '');
        if (lm === '') {
            if (sep === '\n')
                res += sep;
            else
                sep = '\n';
        }
        else {
            res += sep + lm;
            sep = ' ';
        }
        pos = line.lastIndex;
    }
    const last = /[ \t]*(.*)/sy;
    last.lastIndex = pos;
    match = last.exec(source);
    return res + sep + (match?.[1] ?? '');
}
function doubleQuotedValue(source, onError) {
    let res = '';
    for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === '\r' && source[i + 1] === '\n')
            continue;
        if (ch === '\n') {
            const { fold, offset } = foldNewline(source, i);
            res += fold;
            i = offset;
        }
        else if (ch === '\\') {
            let next = source[++i];
            const cc = escapeCodes[next];
            if (cc)
                res += cc;
            else if (next === '\n') {
                // skip escaped newlines, but still trim the following line
                next = source[i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === '\r' && source[i + 1] === '\n') {
                // skip escaped CRLF newlines, but still trim the following line
                next = source[++i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === 'x' || next === 'u' || next === 'U') {
                const length = next === 'x' ? 2 : next === 'u' ? 4 : 8;
                res += parseCharCode(source, i + 1, length, onError);
                i += length;
            }
            else {
                const raw = source.substr(i - 1, 2);
                onError(i - 1, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
                res += raw;
            }
        }
        else if (ch === ' ' || ch === '\t') {
            // trim trailing whitespace
            const wsStart = i;
            let next = source[i + 1];
            while (next === ' ' || next === '\t')
                next = source[++i + 1];
            if (next !== '\n' && !(next === '\r' && source[i + 2] === '\n'))
                res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        }
        else {
            res += ch;
        }
    }
    if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, 'MISSING_CHAR', 'Missing closing "quote');
    return res;
}
/**
 * Fold a single newline into a space, multiple newlines to N - 1 newlines.
 * Presumes `source[offset] === '\n'`
 */
function foldNewline(source, offset) {
    let fold = '';
    let ch = source[offset + 1];
    while (ch === ' ' || ch === '\t' || ch === '\n' || ch === '\r') {
        if (ch === '\r' && source[offset + 2] !== '\n')
            break;
        if (ch === '\n')
            fold += '\n';
        offset += 1;
        ch = source[offset + 1];
    }
    if (!fold)
        fold = ' ';
    return { fold, offset };
}
const escapeCodes = {
    '0': '\0', // null character
    a: '\x07', // bell character
    b: '\b', // backspace
    e: '\x1b', // escape character
    f: '\f', // form feed
    n: '\n', // line feed
    r: '\r', // carriage return
    t: '\t', // horizontal tab
    v: '\v', // vertical tab
    N: '\u0085', // Unicode next line
    _: '\u00a0', // Unicode non-breaking space
    L: '\u2028', // Unicode line separator
    P: '\u2029', // Unicode paragraph separator
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    '\t': '\t'
};
function parseCharCode(source, offset, length, onError) {
    const cc = source.substr(offset, length);
    const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
    const code = ok ? parseInt(cc, 16) : NaN;
    try {
        return String.fromCodePoint(code);
    }
    catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
        return raw;
    }
}

exports.resolveFlowScalar = resolveFlowScalar;


/***/ }),

/***/ 4631:
/***/ ((__unused_webpack_module, exports) => {



function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
    let spaceBefore = false;
    let atNewline = startOnNewline;
    let hasSpace = startOnNewline;
    let comment = '';
    let commentSep = '';
    let hasNewline = false;
    let reqSpace = false;
    let tab = null;
    let anchor = null;
    let tag = null;
    let newlineAfterProp = null;
    let comma = null;
    let found = null;
    let start = null;
    for (const token of tokens) {
        if (reqSpace) {
            if (token.type !== 'space' &&
                token.type !== 'newline' &&
                token.type !== 'comma')
                onError(token.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
            reqSpace = false;
        }
        if (tab) {
            if (atNewline && token.type !== 'comment' && token.type !== 'newline') {
                onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
            }
            tab = null;
        }
        switch (token.type) {
            case 'space':
                // At the doc level, tabs at line start may be parsed
                // as leading white space rather than indentation.
                // In a flow collection, only the parser handles indent.
                if (!flow &&
                    (indicator !== 'doc-start' || next?.type !== 'flow-collection') &&
                    token.source.includes('\t')) {
                    tab = token;
                }
                hasSpace = true;
                break;
            case 'comment': {
                if (!hasSpace)
                    onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                const cb = token.source.substring(1) || ' ';
                if (!comment)
                    comment = cb;
                else
                    comment += commentSep + cb;
                commentSep = '';
                atNewline = false;
                break;
            }
            case 'newline':
                if (atNewline) {
                    if (comment)
                        comment += token.source;
                    else if (!found || indicator !== 'seq-item-ind')
                        spaceBefore = true;
                }
                else
                    commentSep += token.source;
                atNewline = true;
                hasNewline = true;
                if (anchor || tag)
                    newlineAfterProp = token;
                hasSpace = true;
                break;
            case 'anchor':
                if (anchor)
                    onError(token, 'MULTIPLE_ANCHORS', 'A node can have at most one anchor');
                if (token.source.endsWith(':'))
                    onError(token.offset + token.source.length - 1, 'BAD_ALIAS', 'Anchor ending in : is ambiguous', true);
                anchor = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            case 'tag': {
                if (tag)
                    onError(token, 'MULTIPLE_TAGS', 'A node can have at most one tag');
                tag = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            }
            case indicator:
                // Could here handle preceding comments differently
                if (anchor || tag)
                    onError(token, 'BAD_PROP_ORDER', `Anchors and tags must be after the ${token.source} indicator`);
                if (found)
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.source} in ${flow ?? 'collection'}`);
                found = token;
                atNewline =
                    indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
                hasSpace = false;
                break;
            case 'comma':
                if (flow) {
                    if (comma)
                        onError(token, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`);
                    comma = token;
                    atNewline = false;
                    hasSpace = false;
                    break;
                }
            // else fallthrough
            default:
                onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.type} token`);
                atNewline = false;
                hasSpace = false;
        }
    }
    const last = tokens[tokens.length - 1];
    const end = last ? last.offset + last.source.length : offset;
    if (reqSpace &&
        next &&
        next.type !== 'space' &&
        next.type !== 'newline' &&
        next.type !== 'comma' &&
        (next.type !== 'scalar' || next.source !== '')) {
        onError(next.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
    }
    if (tab &&
        ((atNewline && tab.indent <= parentIndent) ||
            next?.type === 'block-map' ||
            next?.type === 'block-seq'))
        onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
    return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
    };
}

exports.resolveProps = resolveProps;


/***/ }),

/***/ 9499:
/***/ ((__unused_webpack_module, exports) => {



function containsNewline(key) {
    if (!key)
        return null;
    switch (key.type) {
        case 'alias':
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            if (key.source.includes('\n'))
                return true;
            if (key.end)
                for (const st of key.end)
                    if (st.type === 'newline')
                        return true;
            return false;
        case 'flow-collection':
            for (const it of key.items) {
                for (const st of it.start)
                    if (st.type === 'newline')
                        return true;
                if (it.sep)
                    for (const st of it.sep)
                        if (st.type === 'newline')
                            return true;
                if (containsNewline(it.key) || containsNewline(it.value))
                    return true;
            }
            return false;
        default:
            return true;
    }
}

exports.containsNewline = containsNewline;


/***/ }),

/***/ 2599:
/***/ ((__unused_webpack_module, exports) => {



function emptyScalarPosition(offset, before, pos) {
    if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
            let st = before[i];
            switch (st.type) {
                case 'space':
                case 'comment':
                case 'newline':
                    offset -= st.source.length;
                    continue;
            }
            // Technically, an empty scalar is immediately after the last non-empty
            // node, but it's more useful to place it after any whitespace.
            st = before[++i];
            while (st?.type === 'space') {
                offset += st.source.length;
                st = before[++i];
            }
            break;
        }
    }
    return offset;
}

exports.emptyScalarPosition = emptyScalarPosition;


/***/ }),

/***/ 4051:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var utilContainsNewline = __nccwpck_require__(9499);

function flowIndentCheck(indent, fc, onError) {
    if (fc?.type === 'flow-collection') {
        const end = fc.end[0];
        if (end.indent === indent &&
            (end.source === ']' || end.source === '}') &&
            utilContainsNewline.containsNewline(fc)) {
            const msg = 'Flow end indicator should be more indented than parent';
            onError(end, 'BAD_INDENT', msg, true);
        }
    }
}

exports.flowIndentCheck = flowIndentCheck;


/***/ }),

/***/ 1187:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

function mapIncludes(ctx, items, search) {
    const { uniqueKeys } = ctx.options;
    if (uniqueKeys === false)
        return false;
    const isEqual = typeof uniqueKeys === 'function'
        ? uniqueKeys
        : (a, b) => a === b || (identity.isScalar(a) && identity.isScalar(b) && a.value === b.value);
    return items.some(pair => isEqual(pair.key, search));
}

exports.mapIncludes = mapIncludes;


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var toJS = __nccwpck_require__(4043);
var Schema = __nccwpck_require__(5840);
var stringifyDocument = __nccwpck_require__(6829);
var anchors = __nccwpck_require__(1596);
var applyReviver = __nccwpck_require__(3661);
var createNode = __nccwpck_require__(2404);
var directives = __nccwpck_require__(1342);

class Document {
    constructor(value, replacer, options) {
        /** A comment before this Document */
        this.commentBefore = null;
        /** A comment immediately after this Document */
        this.comment = null;
        /** Errors encountered during parsing. */
        this.errors = [];
        /** Warnings encountered during parsing. */
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === 'function' || Array.isArray(replacer)) {
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const opt = Object.assign({
            intAsBigInt: false,
            keepSourceTokens: false,
            logLevel: 'warn',
            prettyErrors: true,
            strict: true,
            stringKeys: false,
            uniqueKeys: true,
            version: '1.2'
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
            this.directives = options._directives.atDocument();
            if (this.directives.yaml.explicit)
                version = this.directives.yaml.version;
        }
        else
            this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        // @ts-expect-error We can't really know that this matches Contents.
        this.contents =
            value === undefined ? null : this.createNode(value, _replacer, options);
    }
    /**
     * Create a deep copy of this Document and its contents.
     *
     * Custom Node values that inherit from `Object` still refer to their original instances.
     */
    clone() {
        const copy = Object.create(Document.prototype, {
            [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
            copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        // @ts-expect-error We can't really know that this matches Contents.
        copy.contents = identity.isNode(this.contents)
            ? this.contents.clone(copy.schema)
            : this.contents;
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** Adds a value to the document. */
    add(value) {
        if (assertCollection(this.contents))
            this.contents.add(value);
    }
    /** Adds a value to the document. */
    addIn(path, value) {
        if (assertCollection(this.contents))
            this.contents.addIn(path, value);
    }
    /**
     * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
     *
     * If `node` already has an anchor, `name` is ignored.
     * Otherwise, the `node.anchor` value will be set to `name`,
     * or if an anchor with that name is already present in the document,
     * `name` will be used as a prefix for a new unique anchor.
     * If `name` is undefined, the generated anchor will use 'a' as a prefix.
     */
    createAlias(node, name) {
        if (!node.anchor) {
            const prev = anchors.anchorNames(this);
            node.anchor =
                // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
                !name || prev.has(name) ? anchors.findNewAnchor(name || 'a', prev) : name;
        }
        return new Alias.Alias(node.anchor);
    }
    createNode(value, replacer, options) {
        let _replacer = undefined;
        if (typeof replacer === 'function') {
            value = replacer.call({ '': value }, '', value);
            _replacer = replacer;
        }
        else if (Array.isArray(replacer)) {
            const keyToStr = (v) => typeof v === 'number' || v instanceof String || v instanceof Number;
            const asStr = replacer.filter(keyToStr).map(String);
            if (asStr.length > 0)
                replacer = replacer.concat(asStr);
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, 
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        anchorPrefix || 'a');
        const ctx = {
            aliasDuplicateObjects: aliasDuplicateObjects ?? true,
            keepUndefined: keepUndefined ?? false,
            onAnchor,
            onTagObj,
            replacer: _replacer,
            schema: this.schema,
            sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
            node.flow = true;
        setAnchors();
        return node;
    }
    /**
     * Convert a key and a value into a `Pair` using the current schema,
     * recursively wrapping all values as `Scalar` or `Collection` nodes.
     */
    createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
            if (this.contents == null)
                return false;
            // @ts-expect-error Presumed impossible if Strict extends false
            this.contents = null;
            return true;
        }
        return assertCollection(this.contents)
            ? this.contents.deleteIn(path)
            : false;
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    get(key, keepScalar) {
        return identity.isCollection(this.contents)
            ? this.contents.get(key, keepScalar)
            : undefined;
    }
    /**
     * Returns item at `path`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
            return !keepScalar && identity.isScalar(this.contents)
                ? this.contents.value
                : this.contents;
        return identity.isCollection(this.contents)
            ? this.contents.getIn(path, keepScalar)
            : undefined;
    }
    /**
     * Checks if the document includes a value with the key `key`.
     */
    has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
    }
    /**
     * Checks if the document includes a value at `path`.
     */
    hasIn(path) {
        if (Collection.isEmptyPath(path))
            return this.contents !== undefined;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    set(key, value) {
        if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, [key], value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.set(key, value);
        }
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = value;
        }
        else if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.setIn(path, value);
        }
    }
    /**
     * Change the YAML version and schema used by the document.
     * A `null` version disables support for directives, explicit tags, anchors, and aliases.
     * It also requires the `schema` option to be given as a `Schema` instance value.
     *
     * Overrides all previously set schema options.
     */
    setSchema(version, options = {}) {
        if (typeof version === 'number')
            version = String(version);
        let opt;
        switch (version) {
            case '1.1':
                if (this.directives)
                    this.directives.yaml.version = '1.1';
                else
                    this.directives = new directives.Directives({ version: '1.1' });
                opt = { resolveKnownTags: false, schema: 'yaml-1.1' };
                break;
            case '1.2':
            case 'next':
                if (this.directives)
                    this.directives.yaml.version = version;
                else
                    this.directives = new directives.Directives({ version });
                opt = { resolveKnownTags: true, schema: 'core' };
                break;
            case null:
                if (this.directives)
                    delete this.directives;
                opt = null;
                break;
            default: {
                const sv = JSON.stringify(version);
                throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
            }
        }
        // Not using `instanceof Schema` to allow for duck typing
        if (options.schema instanceof Object)
            this.schema = options.schema;
        else if (opt)
            this.schema = new Schema.Schema(Object.assign(opt, options));
        else
            throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
    }
    // json & jsonArg are only used from toJSON()
    toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
            anchors: new Map(),
            doc: this,
            keep: !json,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
    /**
     * A JSON representation of the document `contents`.
     *
     * @param jsonArg Used by `JSON.stringify` to indicate the array index or
     *   property name.
     */
    toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
    }
    /** A YAML representation of the document. */
    toString(options = {}) {
        if (this.errors.length > 0)
            throw new Error('Document with errors cannot be stringified');
        if ('indent' in options &&
            (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
            const s = JSON.stringify(options.indent);
            throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
    }
}
function assertCollection(contents) {
    if (identity.isCollection(contents))
        return true;
    throw new Error('Expected a YAML collection as document contents');
}

exports.Document = Document;


/***/ }),

/***/ 1596:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

/**
 * Verify that the input string is a valid anchor.
 *
 * Will throw on errors.
 */
function anchorIsValid(anchor) {
    if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
    }
    return true;
}
function anchorNames(root) {
    const anchors = new Set();
    visit.visit(root, {
        Value(_key, node) {
            if (node.anchor)
                anchors.add(node.anchor);
        }
    });
    return anchors;
}
/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
function findNewAnchor(prefix, exclude) {
    for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
            return name;
    }
}
function createNodeAnchors(doc, prefix) {
    const aliasObjects = [];
    const sourceObjects = new Map();
    let prevAnchors = null;
    return {
        onAnchor: (source) => {
            aliasObjects.push(source);
            prevAnchors ?? (prevAnchors = anchorNames(doc));
            const anchor = findNewAnchor(prefix, prevAnchors);
            prevAnchors.add(anchor);
            return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
            for (const source of aliasObjects) {
                const ref = sourceObjects.get(source);
                if (typeof ref === 'object' &&
                    ref.anchor &&
                    (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
                    ref.node.anchor = ref.anchor;
                }
                else {
                    const error = new Error('Failed to resolve repeated object (this should not happen)');
                    error.source = source;
                    throw error;
                }
            }
        },
        sourceObjects
    };
}

exports.anchorIsValid = anchorIsValid;
exports.anchorNames = anchorNames;
exports.createNodeAnchors = createNodeAnchors;
exports.findNewAnchor = findNewAnchor;


/***/ }),

/***/ 3661:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
 * in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
 * 2021 edition: https://tc39.es/ecma262/#sec-json.parse
 *
 * Includes extensions for handling Map and Set objects.
 */
function applyReviver(reviver, obj, key, val) {
    if (val && typeof val === 'object') {
        if (Array.isArray(val)) {
            for (let i = 0, len = val.length; i < len; ++i) {
                const v0 = val[i];
                const v1 = applyReviver(reviver, val, String(i), v0);
                // eslint-disable-next-line @typescript-eslint/no-array-delete
                if (v1 === undefined)
                    delete val[i];
                else if (v1 !== v0)
                    val[i] = v1;
            }
        }
        else if (val instanceof Map) {
            for (const k of Array.from(val.keys())) {
                const v0 = val.get(k);
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    val.delete(k);
                else if (v1 !== v0)
                    val.set(k, v1);
            }
        }
        else if (val instanceof Set) {
            for (const v0 of Array.from(val)) {
                const v1 = applyReviver(reviver, val, v0, v0);
                if (v1 === undefined)
                    val.delete(v0);
                else if (v1 !== v0) {
                    val.delete(v0);
                    val.add(v1);
                }
            }
        }
        else {
            for (const [k, v0] of Object.entries(val)) {
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    delete val[k];
                else if (v1 !== v0)
                    val[k] = v1;
            }
        }
    }
    return reviver.call(obj, key, val);
}

exports.applyReviver = applyReviver;


/***/ }),

/***/ 2404:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

const defaultTagPrefix = 'tag:yaml.org,2002:';
function findTagObject(value, tagName, tags) {
    if (tagName) {
        const match = tags.filter(t => t.tag === tagName);
        const tagObj = match.find(t => !t.format) ?? match[0];
        if (!tagObj)
            throw new Error(`Tag ${tagName} not found`);
        return tagObj;
    }
    return tags.find(t => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
    if (identity.isDocument(value))
        value = value.contents;
    if (identity.isNode(value))
        return value;
    if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
    }
    if (value instanceof String ||
        value instanceof Number ||
        value instanceof Boolean ||
        (typeof BigInt !== 'undefined' && value instanceof BigInt) // not supported everywhere
    ) {
        // https://tc39.es/ecma262/#sec-serializejsonproperty
        value = value.valueOf();
    }
    const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
    // Detect duplicate references to the same object & use Alias nodes for all
    // after first. The `ref` wrapper allows for circular references to resolve.
    let ref = undefined;
    if (aliasDuplicateObjects && value && typeof value === 'object') {
        ref = sourceObjects.get(value);
        if (ref) {
            ref.anchor ?? (ref.anchor = onAnchor(value));
            return new Alias.Alias(ref.anchor);
        }
        else {
            ref = { anchor: null, node: null };
            sourceObjects.set(value, ref);
        }
    }
    if (tagName?.startsWith('!!'))
        tagName = defaultTagPrefix + tagName.slice(2);
    let tagObj = findTagObject(value, tagName, schema.tags);
    if (!tagObj) {
        if (value && typeof value.toJSON === 'function') {
            // eslint-disable-next-line @typescript-eslint/no-unsafe-call
            value = value.toJSON();
        }
        if (!value || typeof value !== 'object') {
            const node = new Scalar.Scalar(value);
            if (ref)
                ref.node = node;
            return node;
        }
        tagObj =
            value instanceof Map
                ? schema[identity.MAP]
                : Symbol.iterator in Object(value)
                    ? schema[identity.SEQ]
                    : schema[identity.MAP];
    }
    if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
    }
    const node = tagObj?.createNode
        ? tagObj.createNode(ctx.schema, value, ctx)
        : typeof tagObj?.nodeClass?.from === 'function'
            ? tagObj.nodeClass.from(ctx.schema, value, ctx)
            : new Scalar.Scalar(value);
    if (tagName)
        node.tag = tagName;
    else if (!tagObj.default)
        node.tag = tagObj.tag;
    if (ref)
        ref.node = node;
    return node;
}

exports.createNode = createNode;


/***/ }),

/***/ 1342:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

const escapeChars = {
    '!': '%21',
    ',': '%2C',
    '[': '%5B',
    ']': '%5D',
    '{': '%7B',
    '}': '%7D'
};
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, ch => escapeChars[ch]);
class Directives {
    constructor(yaml, tags) {
        /**
         * The directives-end/doc-start marker `---`. If `null`, a marker may still be
         * included in the document's stringified representation.
         */
        this.docStart = null;
        /** The doc-end marker `...`.  */
        this.docEnd = false;
        this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, Directives.defaultTags, tags);
    }
    clone() {
        const copy = new Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
    }
    /**
     * During parsing, get a Directives instance for the current document and
     * update the stream state according to the current version's spec.
     */
    atDocument() {
        const res = new Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
            case '1.1':
                this.atNextDocument = true;
                break;
            case '1.2':
                this.atNextDocument = false;
                this.yaml = {
                    explicit: Directives.defaultYaml.explicit,
                    version: '1.2'
                };
                this.tags = Object.assign({}, Directives.defaultTags);
                break;
        }
        return res;
    }
    /**
     * @param onError - May be called even if the action was successful
     * @returns `true` on success
     */
    add(line, onError) {
        if (this.atNextDocument) {
            this.yaml = { explicit: Directives.defaultYaml.explicit, version: '1.1' };
            this.tags = Object.assign({}, Directives.defaultTags);
            this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
            case '%TAG': {
                if (parts.length !== 2) {
                    onError(0, '%TAG directive should contain exactly two parts');
                    if (parts.length < 2)
                        return false;
                }
                const [handle, prefix] = parts;
                this.tags[handle] = prefix;
                return true;
            }
            case '%YAML': {
                this.yaml.explicit = true;
                if (parts.length !== 1) {
                    onError(0, '%YAML directive should contain exactly one part');
                    return false;
                }
                const [version] = parts;
                if (version === '1.1' || version === '1.2') {
                    this.yaml.version = version;
                    return true;
                }
                else {
                    const isValid = /^\d+\.\d+$/.test(version);
                    onError(6, `Unsupported YAML version ${version}`, isValid);
                    return false;
                }
            }
            default:
                onError(0, `Unknown directive ${name}`, true);
                return false;
        }
    }
    /**
     * Resolves a tag, matching handles to those defined in %TAG directives.
     *
     * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
     *   `'!local'` tag, or `null` if unresolvable.
     */
    tagName(source, onError) {
        if (source === '!')
            return '!'; // non-specific tag
        if (source[0] !== '!') {
            onError(`Not a valid tag: ${source}`);
            return null;
        }
        if (source[1] === '<') {
            const verbatim = source.slice(2, -1);
            if (verbatim === '!' || verbatim === '!!') {
                onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
                return null;
            }
            if (source[source.length - 1] !== '>')
                onError('Verbatim tags must end with a >');
            return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
            onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
            try {
                return prefix + decodeURIComponent(suffix);
            }
            catch (error) {
                onError(String(error));
                return null;
            }
        }
        if (handle === '!')
            return source; // local tag
        onError(`Could not resolve tag: ${source}`);
        return null;
    }
    /**
     * Given a fully resolved tag, returns its printable string form,
     * taking into account current tag prefixes and defaults.
     */
    tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
            if (tag.startsWith(prefix))
                return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === '!' ? tag : `!<${tag}>`;
    }
    toString(doc) {
        const lines = this.yaml.explicit
            ? [`%YAML ${this.yaml.version || '1.2'}`]
            : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
            const tags = {};
            visit.visit(doc.contents, (_key, node) => {
                if (identity.isNode(node) && node.tag)
                    tags[node.tag] = true;
            });
            tagNames = Object.keys(tags);
        }
        else
            tagNames = [];
        for (const [handle, prefix] of tagEntries) {
            if (handle === '!!' && prefix === 'tag:yaml.org,2002:')
                continue;
            if (!doc || tagNames.some(tn => tn.startsWith(prefix)))
                lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join('\n');
    }
}
Directives.defaultYaml = { explicit: false, version: '1.2' };
Directives.defaultTags = { '!!': 'tag:yaml.org,2002:' };

exports.Directives = Directives;


/***/ }),

/***/ 1464:
/***/ ((__unused_webpack_module, exports) => {



class YAMLError extends Error {
    constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
    }
}
class YAMLParseError extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLParseError', pos, code, message);
    }
}
class YAMLWarning extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLWarning', pos, code, message);
    }
}
const prettifyError = (src, lc) => (error) => {
    if (error.pos[0] === -1)
        return;
    error.linePos = error.pos.map(pos => lc.linePos(pos));
    const { line, col } = error.linePos[0];
    error.message += ` at line ${line}, column ${col}`;
    let ci = col - 1;
    let lineStr = src
        .substring(lc.lineStarts[line - 1], lc.lineStarts[line])
        .replace(/[\n\r]+$/, '');
    // Trim to max 80 chars, keeping col position near the middle
    if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = '\u2026' + lineStr.substring(trimStart);
        ci -= trimStart - 1;
    }
    if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + '\u2026';
    // Include previous line in context if pointing at line start
    if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        // Regexp won't match if start is trimmed
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
            prev = prev.substring(0, 79) + '\u2026\n';
        lineStr = prev + lineStr;
    }
    if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
            count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = ' '.repeat(ci) + '^'.repeat(count);
        error.message += `:\n\n${lineStr}\n${pointer}\n`;
    }
};

exports.YAMLError = YAMLError;
exports.YAMLParseError = YAMLParseError;
exports.YAMLWarning = YAMLWarning;
exports.prettifyError = prettifyError;


/***/ }),

/***/ 8815:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var Schema = __nccwpck_require__(5840);
var errors = __nccwpck_require__(1464);
var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);
var publicApi = __nccwpck_require__(4047);
var visit = __nccwpck_require__(204);



__webpack_unused_export__ = composer.Composer;
__webpack_unused_export__ = Document.Document;
__webpack_unused_export__ = Schema.Schema;
__webpack_unused_export__ = errors.YAMLError;
__webpack_unused_export__ = errors.YAMLParseError;
__webpack_unused_export__ = errors.YAMLWarning;
__webpack_unused_export__ = Alias.Alias;
__webpack_unused_export__ = identity.isAlias;
__webpack_unused_export__ = identity.isCollection;
__webpack_unused_export__ = identity.isDocument;
__webpack_unused_export__ = identity.isMap;
__webpack_unused_export__ = identity.isNode;
__webpack_unused_export__ = identity.isPair;
__webpack_unused_export__ = identity.isScalar;
__webpack_unused_export__ = identity.isSeq;
__webpack_unused_export__ = Pair.Pair;
__webpack_unused_export__ = Scalar.Scalar;
__webpack_unused_export__ = YAMLMap.YAMLMap;
__webpack_unused_export__ = YAMLSeq.YAMLSeq;
__webpack_unused_export__ = cst;
__webpack_unused_export__ = lexer.Lexer;
__webpack_unused_export__ = lineCounter.LineCounter;
__webpack_unused_export__ = parser.Parser;
exports.qg = publicApi.parse;
__webpack_unused_export__ = publicApi.parseAllDocuments;
__webpack_unused_export__ = publicApi.parseDocument;
__webpack_unused_export__ = publicApi.stringify;
__webpack_unused_export__ = visit.visit;
__webpack_unused_export__ = visit.visitAsync;


/***/ }),

/***/ 7249:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);

function debug(logLevel, ...messages) {
    if (logLevel === 'debug')
        console.log(...messages);
}
function warn(logLevel, warning) {
    if (logLevel === 'debug' || logLevel === 'warn') {
        if (typeof node_process.emitWarning === 'function')
            node_process.emitWarning(warning);
        else
            console.warn(warning);
    }
}

exports.debug = debug;
exports.warn = warn;


/***/ }),

/***/ 4065:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var visit = __nccwpck_require__(204);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

class Alias extends Node.NodeBase {
    constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, 'tag', {
            set() {
                throw new Error('Alias nodes cannot have tags');
            }
        });
    }
    /**
     * Resolve the value of this alias within `doc`, finding the last
     * instance of the `source` anchor before this node.
     */
    resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
            throw new ReferenceError('Alias resolution is disabled');
        let nodes;
        if (ctx?.aliasResolveCache) {
            nodes = ctx.aliasResolveCache;
        }
        else {
            nodes = [];
            visit.visit(doc, {
                Node: (_key, node) => {
                    if (identity.isAlias(node) || identity.hasAnchor(node))
                        nodes.push(node);
                }
            });
            if (ctx)
                ctx.aliasResolveCache = nodes;
        }
        let found = undefined;
        for (const node of nodes) {
            if (node === this)
                break;
            if (node.anchor === this.source)
                found = node;
        }
        if (found && ctx) {
            const { anchors, doc, maxAliasCount } = ctx;
            let data = anchors.get(found);
            if (!data) {
                // Resolve anchors for Node.prototype.toJS()
                toJS.toJS(found, null, ctx);
                data = anchors.get(found);
            }
            /* istanbul ignore if */
            if (data?.res === undefined) {
                const msg = 'This should not happen: Alias anchor was not resolved?';
                throw new ReferenceError(msg);
            }
            if (maxAliasCount >= 0) {
                data.count += 1;
                if (data.aliasCount === 0)
                    data.aliasCount = getAliasCount(doc, found, anchors);
                if (data.count * data.aliasCount > maxAliasCount) {
                    const msg = 'Excessive alias count indicates a resource exhaustion attack';
                    throw new ReferenceError(msg);
                }
            }
        }
        return found;
    }
    toJSON(_arg, ctx) {
        if (!ctx)
            return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
    }
    toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
            anchors.anchorIsValid(this.source);
            if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
                const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
                throw new Error(msg);
            }
            if (ctx.implicitKey)
                return `${src} `;
        }
        return src;
    }
}
function getAliasCount(doc, node, anchors) {
    if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors && source && anchors.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
    }
    else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
            const c = getAliasCount(doc, item, anchors);
            if (c > count)
                count = c;
        }
        return count;
    }
    else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors);
        const vc = getAliasCount(doc, node.value, anchors);
        return Math.max(kc, vc);
    }
    return 1;
}

exports.Alias = Alias;


/***/ }),

/***/ 101:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);

function collectionFromPath(schema, path, value) {
    let v = value;
    for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === 'number' && Number.isInteger(k) && k >= 0) {
            const a = [];
            a[k] = v;
            v = a;
        }
        else {
            v = new Map([[k, v]]);
        }
    }
    return createNode.createNode(v, undefined, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
            throw new Error('This should not happen, please report a bug.');
        },
        schema,
        sourceObjects: new Map()
    });
}
// Type guard is intentionally a little wrong so as to be more useful,
// as it does not cover untypable empty non-string iterables (e.g. []).
const isEmptyPath = (path) => path == null ||
    (typeof path === 'object' && !!path[Symbol.iterator]().next().done);
class Collection extends Node.NodeBase {
    constructor(type, schema) {
        super(type);
        Object.defineProperty(this, 'schema', {
            value: schema,
            configurable: true,
            enumerable: false,
            writable: true
        });
    }
    /**
     * Create a copy of this collection.
     *
     * @param schema - If defined, overwrites the original's schema
     */
    clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
            copy.schema = schema;
        copy.items = copy.items.map(it => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /**
     * Adds a value to the collection. For `!!map` and `!!omap` the value must
     * be a Pair instance or a `{ key, value }` object, which may not have a key
     * that already exists in the map.
     */
    addIn(path, value) {
        if (isEmptyPath(path))
            this.add(value);
        else {
            const [key, ...rest] = path;
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.addIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
    /**
     * Removes a value from the collection.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
            return node.deleteIn(rest);
        else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
            return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
            return identity.isCollection(node) ? node.getIn(rest, keepScalar) : undefined;
    }
    hasAllNullValues(allowScalar) {
        return this.items.every(node => {
            if (!identity.isPair(node))
                return false;
            const n = node.value;
            return (n == null ||
                (allowScalar &&
                    identity.isScalar(n) &&
                    n.value == null &&
                    !n.commentBefore &&
                    !n.comment &&
                    !n.tag));
        });
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     */
    hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
            this.set(key, value);
        }
        else {
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.setIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
}

exports.Collection = Collection;
exports.collectionFromPath = collectionFromPath;
exports.isEmptyPath = isEmptyPath;


/***/ }),

/***/ 6673:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var applyReviver = __nccwpck_require__(3661);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

class NodeBase {
    constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
    }
    /** Create a copy of this node.  */
    clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** A plain JavaScript representation of this node. */
    toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
            throw new TypeError('A document argument is required');
        const ctx = {
            anchors: new Map(),
            doc,
            keep: true,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
}

exports.NodeBase = NodeBase;


/***/ }),

/***/ 7165:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyPair = __nccwpck_require__(9748);
var addPairToJSMap = __nccwpck_require__(7104);
var identity = __nccwpck_require__(1127);

function createPair(key, value, ctx) {
    const k = createNode.createNode(key, undefined, ctx);
    const v = createNode.createNode(value, undefined, ctx);
    return new Pair(k, v);
}
class Pair {
    constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
    }
    clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
            key = key.clone(schema);
        if (identity.isNode(value))
            value = value.clone(schema);
        return new Pair(key, value);
    }
    toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
    }
    toString(ctx, onComment, onChompKeep) {
        return ctx?.doc
            ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep)
            : JSON.stringify(this);
    }
}

exports.Pair = Pair;
exports.createPair = createPair;


/***/ }),

/***/ 3301:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

const isScalarValue = (value) => !value || (typeof value !== 'function' && typeof value !== 'object');
class Scalar extends Node.NodeBase {
    constructor(value) {
        super(identity.SCALAR);
        this.value = value;
    }
    toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
    }
    toString() {
        return String(this.value);
    }
}
Scalar.BLOCK_FOLDED = 'BLOCK_FOLDED';
Scalar.BLOCK_LITERAL = 'BLOCK_LITERAL';
Scalar.PLAIN = 'PLAIN';
Scalar.QUOTE_DOUBLE = 'QUOTE_DOUBLE';
Scalar.QUOTE_SINGLE = 'QUOTE_SINGLE';

exports.Scalar = Scalar;
exports.isScalarValue = isScalarValue;


/***/ }),

/***/ 4454:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyCollection = __nccwpck_require__(1212);
var addPairToJSMap = __nccwpck_require__(7104);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);

function findPair(items, key) {
    const k = identity.isScalar(key) ? key.value : key;
    for (const it of items) {
        if (identity.isPair(it)) {
            if (it.key === key || it.key === k)
                return it;
            if (identity.isScalar(it.key) && it.key.value === k)
                return it;
        }
    }
    return undefined;
}
class YAMLMap extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:map';
    }
    constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
    }
    /**
     * A generic collection parsing method that can be extended
     * to other node classes that inherit from YAMLMap
     */
    static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
            if (typeof replacer === 'function')
                value = replacer.call(obj, key, value);
            else if (Array.isArray(replacer) && !replacer.includes(key))
                return;
            if (value !== undefined || keepUndefined)
                map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
            for (const [key, value] of obj)
                add(key, value);
        }
        else if (obj && typeof obj === 'object') {
            for (const key of Object.keys(obj))
                add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === 'function') {
            map.items.sort(schema.sortMapEntries);
        }
        return map;
    }
    /**
     * Adds a value to the collection.
     *
     * @param overwrite - If not set `true`, using a key that is already in the
     *   collection will throw. Otherwise, overwrites the previous value.
     */
    add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
            _pair = pair;
        else if (!pair || typeof pair !== 'object' || !('key' in pair)) {
            // In TypeScript, this never happens.
            _pair = new Pair.Pair(pair, pair?.value);
        }
        else
            _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
            if (!overwrite)
                throw new Error(`Key ${_pair.key} already set`);
            // For scalars, keep the old node & its comments and anchors
            if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
                prev.value.value = _pair.value;
            else
                prev.value = _pair.value;
        }
        else if (sortEntries) {
            const i = this.items.findIndex(item => sortEntries(_pair, item) < 0);
            if (i === -1)
                this.items.push(_pair);
            else
                this.items.splice(i, 0, _pair);
        }
        else {
            this.items.push(_pair);
        }
    }
    delete(key) {
        const it = findPair(this.items, key);
        if (!it)
            return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? undefined;
    }
    has(key) {
        return !!findPair(this.items, key);
    }
    set(key, value) {
        this.add(new Pair.Pair(key, value), true);
    }
    /**
     * @param ctx - Conversion context, originally set in Document#toJS()
     * @param {Class} Type - If set, forces the returned collection type
     * @returns Instance of Type, Map, or Object
     */
    toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? new Map() : {};
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const item of this.items)
            addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        for (const item of this.items) {
            if (!identity.isPair(item))
                throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
            ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '',
            flowChars: { start: '{', end: '}' },
            itemIndent: ctx.indent || '',
            onChompKeep,
            onComment
        });
    }
}

exports.YAMLMap = YAMLMap;
exports.findPair = findPair;


/***/ }),

/***/ 2223:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyCollection = __nccwpck_require__(1212);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var toJS = __nccwpck_require__(4043);

class YAMLSeq extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:seq';
    }
    constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
    }
    add(value) {
        this.items.push(value);
    }
    /**
     * Removes a value from the collection.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     *
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return undefined;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     */
    has(key) {
        const idx = asItemIndex(key);
        return typeof idx === 'number' && idx < this.items.length;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     *
     * If `key` does not contain a representation of an integer, this will throw.
     * It may be wrapped in a `Scalar`.
     */
    set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
            prev.value = value;
        else
            this.items[idx] = value;
    }
    toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
            ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
            seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '- ',
            flowChars: { start: '[', end: ']' },
            itemIndent: (ctx.indent || '') + '  ',
            onChompKeep,
            onComment
        });
    }
    static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
            let i = 0;
            for (let it of obj) {
                if (typeof replacer === 'function') {
                    const key = obj instanceof Set ? it : String(i++);
                    it = replacer.call(obj, key, it);
                }
                seq.items.push(createNode.createNode(it, undefined, ctx));
            }
        }
        return seq;
    }
}
function asItemIndex(key) {
    let idx = identity.isScalar(key) ? key.value : key;
    if (idx && typeof idx === 'string')
        idx = Number(idx);
    return typeof idx === 'number' && Number.isInteger(idx) && idx >= 0
        ? idx
        : null;
}

exports.YAMLSeq = YAMLSeq;


/***/ }),

/***/ 7104:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var log = __nccwpck_require__(7249);
var merge = __nccwpck_require__(452);
var stringify = __nccwpck_require__(2148);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

function addPairToJSMap(ctx, map, { key, value }) {
    if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
    // TODO: Should drop this special case for bare << handling
    else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
    else {
        const jsKey = toJS.toJS(key, '', ctx);
        if (map instanceof Map) {
            map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        }
        else if (map instanceof Set) {
            map.add(jsKey);
        }
        else {
            const stringKey = stringifyKey(key, jsKey, ctx);
            const jsValue = toJS.toJS(value, stringKey, ctx);
            if (stringKey in map)
                Object.defineProperty(map, stringKey, {
                    value: jsValue,
                    writable: true,
                    enumerable: true,
                    configurable: true
                });
            else
                map[stringKey] = jsValue;
        }
    }
    return map;
}
function stringifyKey(key, jsKey, ctx) {
    if (jsKey === null)
        return '';
    // eslint-disable-next-line @typescript-eslint/no-base-to-string
    if (typeof jsKey !== 'object')
        return String(jsKey);
    if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = new Set();
        for (const node of ctx.anchors.keys())
            strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
            let jsonStr = JSON.stringify(strKey);
            if (jsonStr.length > 40)
                jsonStr = jsonStr.substring(0, 36) + '..."';
            log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
            ctx.mapKeyWarned = true;
        }
        return strKey;
    }
    return JSON.stringify(jsKey);
}

exports.addPairToJSMap = addPairToJSMap;


/***/ }),

/***/ 1127:
/***/ ((__unused_webpack_module, exports) => {



const ALIAS = Symbol.for('yaml.alias');
const DOC = Symbol.for('yaml.document');
const MAP = Symbol.for('yaml.map');
const PAIR = Symbol.for('yaml.pair');
const SCALAR = Symbol.for('yaml.scalar');
const SEQ = Symbol.for('yaml.seq');
const NODE_TYPE = Symbol.for('yaml.node.type');
const isAlias = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === ALIAS;
const isDocument = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === DOC;
const isMap = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === MAP;
const isPair = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === PAIR;
const isScalar = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SCALAR;
const isSeq = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SEQ;
function isCollection(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case MAP:
            case SEQ:
                return true;
        }
    return false;
}
function isNode(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case ALIAS:
            case MAP:
            case SCALAR:
            case SEQ:
                return true;
        }
    return false;
}
const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

exports.ALIAS = ALIAS;
exports.DOC = DOC;
exports.MAP = MAP;
exports.NODE_TYPE = NODE_TYPE;
exports.PAIR = PAIR;
exports.SCALAR = SCALAR;
exports.SEQ = SEQ;
exports.hasAnchor = hasAnchor;
exports.isAlias = isAlias;
exports.isCollection = isCollection;
exports.isDocument = isDocument;
exports.isMap = isMap;
exports.isNode = isNode;
exports.isPair = isPair;
exports.isScalar = isScalar;
exports.isSeq = isSeq;


/***/ }),

/***/ 4043:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

/**
 * Recursively convert any node or its contents to native JavaScript
 *
 * @param value - The input value
 * @param arg - If `value` defines a `toJSON()` method, use this
 *   as its first argument
 * @param ctx - Conversion context, originally set in Document#toJS(). If
 *   `{ keep: true }` is not set, output should be suitable for JSON
 *   stringification.
 */
function toJS(value, arg, ctx) {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return
    if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
    if (value && typeof value.toJSON === 'function') {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-call
        if (!ctx || !identity.hasAnchor(value))
            return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: undefined };
        ctx.anchors.set(value, data);
        ctx.onCreate = res => {
            data.res = res;
            delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
            ctx.onCreate(res);
        return res;
    }
    if (typeof value === 'bigint' && !ctx?.keep)
        return Number(value);
    return value;
}

exports.toJS = toJS;


/***/ }),

/***/ 110:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);
var errors = __nccwpck_require__(1464);
var stringifyString = __nccwpck_require__(3069);

function resolveAsScalar(token, strict = true, onError) {
    if (token) {
        const _onError = (pos, code, message) => {
            const offset = typeof pos === 'number' ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
            if (onError)
                onError(offset, code, message);
            else
                throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
            case 'block-scalar':
                return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
    }
    return null;
}
/**
 * Create a new scalar token with `value`
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.indent The indent level of the token.
 * @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
 * @param context.offset The offset position of the token.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function createScalarToken(value, context) {
    const { implicitKey = false, indent, inFlow = false, offset = -1, type = 'PLAIN' } = context;
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    const end = context.end ?? [
        { type: 'newline', offset: -1, indent, source: '\n' }
    ];
    switch (source[0]) {
        case '|':
        case '>': {
            const he = source.indexOf('\n');
            const head = source.substring(0, he);
            const body = source.substring(he + 1) + '\n';
            const props = [
                { type: 'block-scalar-header', offset, indent, source: head }
            ];
            if (!addEndtoBlockProps(props, end))
                props.push({ type: 'newline', offset: -1, indent, source: '\n' });
            return { type: 'block-scalar', offset, indent, props, source: body };
        }
        case '"':
            return { type: 'double-quoted-scalar', offset, indent, source, end };
        case "'":
            return { type: 'single-quoted-scalar', offset, indent, source, end };
        default:
            return { type: 'scalar', offset, indent, source, end };
    }
}
/**
 * Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
 *
 * Best efforts are made to retain any comments previously associated with the `token`,
 * though all contents within a collection's `items` will be overwritten.
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.afterKey In most cases, values after a key should have an additional level of indentation.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function setScalarValue(token, value, context = {}) {
    let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
    let indent = 'indent' in token ? token.indent : null;
    if (afterKey && typeof indent === 'number')
        indent += 2;
    if (!type)
        switch (token.type) {
            case 'single-quoted-scalar':
                type = 'QUOTE_SINGLE';
                break;
            case 'double-quoted-scalar':
                type = 'QUOTE_DOUBLE';
                break;
            case 'block-scalar': {
                const header = token.props[0];
                if (header.type !== 'block-scalar-header')
                    throw new Error('Invalid block scalar header');
                type = header.source[0] === '>' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
                break;
            }
            default:
                type = 'PLAIN';
        }
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    switch (source[0]) {
        case '|':
        case '>':
            setBlockScalarValue(token, source);
            break;
        case '"':
            setFlowScalarValue(token, source, 'double-quoted-scalar');
            break;
        case "'":
            setFlowScalarValue(token, source, 'single-quoted-scalar');
            break;
        default:
            setFlowScalarValue(token, source, 'scalar');
    }
}
function setBlockScalarValue(token, source) {
    const he = source.indexOf('\n');
    const head = source.substring(0, he);
    const body = source.substring(he + 1) + '\n';
    if (token.type === 'block-scalar') {
        const header = token.props[0];
        if (header.type !== 'block-scalar-header')
            throw new Error('Invalid block scalar header');
        header.source = head;
        token.source = body;
    }
    else {
        const { offset } = token;
        const indent = 'indent' in token ? token.indent : -1;
        const props = [
            { type: 'block-scalar-header', offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, 'end' in token ? token.end : undefined))
            props.push({ type: 'newline', offset: -1, indent, source: '\n' });
        for (const key of Object.keys(token))
            if (key !== 'type' && key !== 'offset')
                delete token[key];
        Object.assign(token, { type: 'block-scalar', indent, props, source: body });
    }
}
/** @returns `true` if last token is a newline */
function addEndtoBlockProps(props, end) {
    if (end)
        for (const st of end)
            switch (st.type) {
                case 'space':
                case 'comment':
                    props.push(st);
                    break;
                case 'newline':
                    props.push(st);
                    return true;
            }
    return false;
}
function setFlowScalarValue(token, source, type) {
    switch (token.type) {
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            token.type = type;
            token.source = source;
            break;
        case 'block-scalar': {
            const end = token.props.slice(1);
            let oa = source.length;
            if (token.props[0].type === 'block-scalar-header')
                oa -= token.props[0].source.length;
            for (const tok of end)
                tok.offset += oa;
            delete token.props;
            Object.assign(token, { type, source, end });
            break;
        }
        case 'block-map':
        case 'block-seq': {
            const offset = token.offset + source.length;
            const nl = { type: 'newline', offset, indent: token.indent, source: '\n' };
            delete token.items;
            Object.assign(token, { type, source, end: [nl] });
            break;
        }
        default: {
            const indent = 'indent' in token ? token.indent : -1;
            const end = 'end' in token && Array.isArray(token.end)
                ? token.end.filter(st => st.type === 'space' ||
                    st.type === 'comment' ||
                    st.type === 'newline')
                : [];
            for (const key of Object.keys(token))
                if (key !== 'type' && key !== 'offset')
                    delete token[key];
            Object.assign(token, { type, indent, source, end });
        }
    }
}

exports.createScalarToken = createScalarToken;
exports.resolveAsScalar = resolveAsScalar;
exports.setScalarValue = setScalarValue;


/***/ }),

/***/ 1733:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringify a CST document, token, or collection item
 *
 * Fair warning: This applies no validation whatsoever, and
 * simply concatenates the sources in their logical order.
 */
const stringify = (cst) => 'type' in cst ? stringifyToken(cst) : stringifyItem(cst);
function stringifyToken(token) {
    switch (token.type) {
        case 'block-scalar': {
            let res = '';
            for (const tok of token.props)
                res += stringifyToken(tok);
            return res + token.source;
        }
        case 'block-map':
        case 'block-seq': {
            let res = '';
            for (const item of token.items)
                res += stringifyItem(item);
            return res;
        }
        case 'flow-collection': {
            let res = token.start.source;
            for (const item of token.items)
                res += stringifyItem(item);
            for (const st of token.end)
                res += st.source;
            return res;
        }
        case 'document': {
            let res = stringifyItem(token);
            if (token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
        default: {
            let res = token.source;
            if ('end' in token && token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
    }
}
function stringifyItem({ start, key, sep, value }) {
    let res = '';
    for (const st of start)
        res += st.source;
    if (key)
        res += stringifyToken(key);
    if (sep)
        for (const st of sep)
            res += st.source;
    if (value)
        res += stringifyToken(value);
    return res;
}

exports.stringify = stringify;


/***/ }),

/***/ 7715:
/***/ ((__unused_webpack_module, exports) => {



const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove item');
/**
 * Apply a visitor to a CST document or item.
 *
 * Walks through the tree (depth-first) starting from the root, calling a
 * `visitor` function with two arguments when entering each item:
 *   - `item`: The current item, which included the following members:
 *     - `start: SourceToken[]` \u2013 Source tokens before the key or value,
 *       possibly including its anchor or tag.
 *     - `key?: Token | null` \u2013 Set for pair values. May then be `null`, if
 *       the key before the `:` separator is empty.
 *     - `sep?: SourceToken[]` \u2013 Source tokens between the key and the value,
 *       which should include the `:` map value indicator if `value` is set.
 *     - `value?: Token` \u2013 The value of a sequence item, or of a map pair.
 *   - `path`: The steps from the root to the current node, as an array of
 *     `['key' | 'value', number]` tuples.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this token, continue with
 *      next sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current item, then continue with the next one
 *   - `number`: Set the index of the next step. This is useful especially if
 *     the index of the current token has changed.
 *   - `function`: Define the next visitor for this item. After the original
 *     visitor is called on item entry, next visitors are called after handling
 *     a non-empty `key` and when exiting the item.
 */
function visit(cst, visitor) {
    if ('type' in cst && cst.type === 'document')
        cst = { start: cst.start, value: cst.value };
    _visit(Object.freeze([]), cst, visitor);
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current item */
visit.SKIP = SKIP;
/** Remove the current item */
visit.REMOVE = REMOVE;
/** Find the item at `path` from `cst` as the root */
visit.itemAtPath = (cst, path) => {
    let item = cst;
    for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && 'items' in tok) {
            item = tok.items[index];
        }
        else
            return undefined;
    }
    return item;
};
/**
 * Get the immediate parent collection of the item at `path` from `cst` as the root.
 *
 * Throws an error if the collection is not found, which should never happen if the item itself exists.
 */
visit.parentCollection = (cst, path) => {
    const parent = visit.itemAtPath(cst, path.slice(0, -1));
    const field = path[path.length - 1][0];
    const coll = parent?.[field];
    if (coll && 'items' in coll)
        return coll;
    throw new Error('Parent collection not found');
};
function _visit(path, item, visitor) {
    let ctrl = visitor(item, path);
    if (typeof ctrl === 'symbol')
        return ctrl;
    for (const field of ['key', 'value']) {
        const token = item[field];
        if (token && 'items' in token) {
            for (let i = 0; i < token.items.length; ++i) {
                const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    token.items.splice(i, 1);
                    i -= 1;
                }
            }
            if (typeof ctrl === 'function' && field === 'key')
                ctrl = ctrl(item, path);
        }
    }
    return typeof ctrl === 'function' ? ctrl(item, path) : ctrl;
}

exports.visit = visit;


/***/ }),

/***/ 3461:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cstScalar = __nccwpck_require__(110);
var cstStringify = __nccwpck_require__(1733);
var cstVisit = __nccwpck_require__(7715);

/** The byte order mark */
const BOM = '\u{FEFF}';
/** Start of doc-mode */
const DOCUMENT = '\x02'; // C0: Start of Text
/** Unexpected end of flow-mode */
const FLOW_END = '\x18'; // C0: Cancel
/** Next token is a scalar value */
const SCALAR = '\x1f'; // C0: Unit Separator
/** @returns `true` if `token` is a flow or block collection */
const isCollection = (token) => !!token && 'items' in token;
/** @returns `true` if `token` is a flow or block scalar; not an alias */
const isScalar = (token) => !!token &&
    (token.type === 'scalar' ||
        token.type === 'single-quoted-scalar' ||
        token.type === 'double-quoted-scalar' ||
        token.type === 'block-scalar');
/* istanbul ignore next */
/** Get a printable representation of a lexer token */
function prettyToken(token) {
    switch (token) {
        case BOM:
            return '<BOM>';
        case DOCUMENT:
            return '<DOC>';
        case FLOW_END:
            return '<FLOW_END>';
        case SCALAR:
            return '<SCALAR>';
        default:
            return JSON.stringify(token);
    }
}
/** Identify the type of a lexer token. May return `null` for unknown tokens. */
function tokenType(source) {
    switch (source) {
        case BOM:
            return 'byte-order-mark';
        case DOCUMENT:
            return 'doc-mode';
        case FLOW_END:
            return 'flow-error-end';
        case SCALAR:
            return 'scalar';
        case '---':
            return 'doc-start';
        case '...':
            return 'doc-end';
        case '':
        case '\n':
        case '\r\n':
            return 'newline';
        case '-':
            return 'seq-item-ind';
        case '?':
            return 'explicit-key-ind';
        case ':':
            return 'map-value-ind';
        case '{':
            return 'flow-map-start';
        case '}':
            return 'flow-map-end';
        case '[':
            return 'flow-seq-start';
        case ']':
            return 'flow-seq-end';
        case ',':
            return 'comma';
    }
    switch (source[0]) {
        case ' ':
        case '\t':
            return 'space';
        case '#':
            return 'comment';
        case '%':
            return 'directive-line';
        case '*':
            return 'alias';
        case '&':
            return 'anchor';
        case '!':
            return 'tag';
        case "'":
            return 'single-quoted-scalar';
        case '"':
            return 'double-quoted-scalar';
        case '|':
        case '>':
            return 'block-scalar-header';
    }
    return null;
}

exports.createScalarToken = cstScalar.createScalarToken;
exports.resolveAsScalar = cstScalar.resolveAsScalar;
exports.setScalarValue = cstScalar.setScalarValue;
exports.stringify = cstStringify.stringify;
exports.visit = cstVisit.visit;
exports.BOM = BOM;
exports.DOCUMENT = DOCUMENT;
exports.FLOW_END = FLOW_END;
exports.SCALAR = SCALAR;
exports.isCollection = isCollection;
exports.isScalar = isScalar;
exports.prettyToken = prettyToken;
exports.tokenType = tokenType;


/***/ }),

/***/ 361:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cst = __nccwpck_require__(3461);

/*
START -> stream

stream
  directive -> line-end -> stream
  indent + line-end -> stream
  [else] -> line-start

line-end
  comment -> line-end
  newline -> .
  input-end -> END

line-start
  doc-start -> doc
  doc-end -> stream
  [else] -> indent -> block-start

block-start
  seq-item-start -> block-start
  explicit-key-start -> block-start
  map-value-start -> block-start
  [else] -> doc

doc
  line-end -> line-start
  spaces -> doc
  anchor -> doc
  tag -> doc
  flow-start -> flow -> doc
  flow-end -> error -> doc
  seq-item-start -> error -> doc
  explicit-key-start -> error -> doc
  map-value-start -> doc
  alias -> doc
  quote-start -> quoted-scalar -> doc
  block-scalar-header -> line-end -> block-scalar(min) -> line-start
  [else] -> plain-scalar(false, min) -> doc

flow
  line-end -> flow
  spaces -> flow
  anchor -> flow
  tag -> flow
  flow-start -> flow -> flow
  flow-end -> .
  seq-item-start -> error -> flow
  explicit-key-start -> flow
  map-value-start -> flow
  alias -> flow
  quote-start -> quoted-scalar -> flow
  comma -> flow
  [else] -> plain-scalar(true, 0) -> flow

quoted-scalar
  quote-end -> .
  [else] -> quoted-scalar

block-scalar(min)
  newline + peek(indent < min) -> .
  [else] -> block-scalar(min)

plain-scalar(is-flow, min)
  scalar-end(is-flow) -> .
  peek(newline + (indent < min)) -> .
  [else] -> plain-scalar(min)
*/
function isEmpty(ch) {
    switch (ch) {
        case undefined:
        case ' ':
        case '\n':
        case '\r':
        case '\t':
            return true;
        default:
            return false;
    }
}
const hexDigits = new Set('0123456789ABCDEFabcdef');
const tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
const flowIndicatorChars = new Set(',[]{}');
const invalidAnchorChars = new Set(' ,[]{}\n\r\t');
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
/**
 * Splits an input string into lexical tokens, i.e. smaller strings that are
 * easily identifiable by `tokens.tokenType()`.
 *
 * Lexing starts always in a "stream" context. Incomplete input may be buffered
 * until a complete token can be emitted.
 *
 * In addition to slices of the original input, the following control characters
 * may also be emitted:
 *
 * - `\x02` (Start of Text): A document starts with the next token
 * - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
 * - `\x1f` (Unit Separator): Next token is a scalar value
 * - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
 */
class Lexer {
    constructor() {
        /**
         * Flag indicating whether the end of the current buffer marks the end of
         * all input
         */
        this.atEnd = false;
        /**
         * Explicit indent set in block scalar header, as an offset from the current
         * minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
         * explicitly set.
         */
        this.blockScalarIndent = -1;
        /**
         * Block scalars that include a + (keep) chomping indicator in their header
         * include trailing empty lines, which are otherwise excluded from the
         * scalar's contents.
         */
        this.blockScalarKeep = false;
        /** Current input */
        this.buffer = '';
        /**
         * Flag noting whether the map value indicator : can immediately follow this
         * node within a flow context.
         */
        this.flowKey = false;
        /** Count of surrounding flow collection levels. */
        this.flowLevel = 0;
        /**
         * Minimum level of indentation required for next lines to be parsed as a
         * part of the current scalar value.
         */
        this.indentNext = 0;
        /** Indentation level of the current line. */
        this.indentValue = 0;
        /** Position of the next \n character. */
        this.lineEndPos = null;
        /** Stores the state of the lexer if reaching the end of incpomplete input */
        this.next = null;
        /** A pointer to `buffer`; the current position of the lexer. */
        this.pos = 0;
    }
    /**
     * Generate YAML tokens from the `source` string. If `incomplete`,
     * a part of the last line may be left as a buffer for the next call.
     *
     * @returns A generator of lexical tokens
     */
    *lex(source, incomplete = false) {
        if (source) {
            if (typeof source !== 'string')
                throw TypeError('source is not a string');
            this.buffer = this.buffer ? this.buffer + source : source;
            this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? 'stream';
        while (next && (incomplete || this.hasChars(1)))
            next = yield* this.parseNext(next);
    }
    atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === ' ' || ch === '\t')
            ch = this.buffer[++i];
        if (!ch || ch === '#' || ch === '\n')
            return true;
        if (ch === '\r')
            return this.buffer[i + 1] === '\n';
        return false;
    }
    charAt(n) {
        return this.buffer[this.pos + n];
    }
    continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
            let indent = 0;
            while (ch === ' ')
                ch = this.buffer[++indent + offset];
            if (ch === '\r') {
                const next = this.buffer[indent + offset + 1];
                if (next === '\n' || (!next && !this.atEnd))
                    return offset + indent + 1;
            }
            return ch === '\n' || indent >= this.indentNext || (!ch && !this.atEnd)
                ? offset + indent
                : -1;
        }
        if (ch === '-' || ch === '.') {
            const dt = this.buffer.substr(offset, 3);
            if ((dt === '---' || dt === '...') && isEmpty(this.buffer[offset + 3]))
                return -1;
        }
        return offset;
    }
    getLine() {
        let end = this.lineEndPos;
        if (typeof end !== 'number' || (end !== -1 && end < this.pos)) {
            end = this.buffer.indexOf('\n', this.pos);
            this.lineEndPos = end;
        }
        if (end === -1)
            return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === '\r')
            end -= 1;
        return this.buffer.substring(this.pos, end);
    }
    hasChars(n) {
        return this.pos + n <= this.buffer.length;
    }
    setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
    }
    peek(n) {
        return this.buffer.substr(this.pos, n);
    }
    *parseNext(next) {
        switch (next) {
            case 'stream':
                return yield* this.parseStream();
            case 'line-start':
                return yield* this.parseLineStart();
            case 'block-start':
                return yield* this.parseBlockStart();
            case 'doc':
                return yield* this.parseDocument();
            case 'flow':
                return yield* this.parseFlowCollection();
            case 'quoted-scalar':
                return yield* this.parseQuotedScalar();
            case 'block-scalar':
                return yield* this.parseBlockScalar();
            case 'plain-scalar':
                return yield* this.parsePlainScalar();
        }
    }
    *parseStream() {
        let line = this.getLine();
        if (line === null)
            return this.setNext('stream');
        if (line[0] === cst.BOM) {
            yield* this.pushCount(1);
            line = line.substring(1);
        }
        if (line[0] === '%') {
            let dirEnd = line.length;
            let cs = line.indexOf('#');
            while (cs !== -1) {
                const ch = line[cs - 1];
                if (ch === ' ' || ch === '\t') {
                    dirEnd = cs - 1;
                    break;
                }
                else {
                    cs = line.indexOf('#', cs + 1);
                }
            }
            while (true) {
                const ch = line[dirEnd - 1];
                if (ch === ' ' || ch === '\t')
                    dirEnd -= 1;
                else
                    break;
            }
            const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
            yield* this.pushCount(line.length - n); // possible comment
            this.pushNewline();
            return 'stream';
        }
        if (this.atLineEnd()) {
            const sp = yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - sp);
            yield* this.pushNewline();
            return 'stream';
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
    }
    *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
            return this.setNext('line-start');
        if (ch === '-' || ch === '.') {
            if (!this.atEnd && !this.hasChars(4))
                return this.setNext('line-start');
            const s = this.peek(3);
            if ((s === '---' || s === '...') && isEmpty(this.charAt(3))) {
                yield* this.pushCount(3);
                this.indentValue = 0;
                this.indentNext = 0;
                return s === '---' ? 'doc' : 'stream';
            }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
            this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
    }
    *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
            return this.setNext('block-start');
        if ((ch0 === '-' || ch0 === '?' || ch0 === ':') && isEmpty(ch1)) {
            const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
            this.indentNext = this.indentValue + 1;
            this.indentValue += n;
            return 'block-start';
        }
        return 'doc';
    }
    *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
            return this.setNext('doc');
        let n = yield* this.pushIndicators();
        switch (line[n]) {
            case '#':
                yield* this.pushCount(line.length - n);
            // fallthrough
            case undefined:
                yield* this.pushNewline();
                return yield* this.parseLineStart();
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel = 1;
                return 'flow';
            case '}':
            case ']':
                // this is an error
                yield* this.pushCount(1);
                return 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'doc';
            case '"':
            case "'":
                return yield* this.parseQuotedScalar();
            case '|':
            case '>':
                n += yield* this.parseBlockScalarHeader();
                n += yield* this.pushSpaces(true);
                yield* this.pushCount(line.length - n);
                yield* this.pushNewline();
                return yield* this.parseBlockScalar();
            default:
                return yield* this.parsePlainScalar();
        }
    }
    *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
            nl = yield* this.pushNewline();
            if (nl > 0) {
                sp = yield* this.pushSpaces(false);
                this.indentValue = indent = sp;
            }
            else {
                sp = 0;
            }
            sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
            return this.setNext('flow');
        if ((indent !== -1 && indent < this.indentNext && line[0] !== '#') ||
            (indent === 0 &&
                (line.startsWith('---') || line.startsWith('...')) &&
                isEmpty(line[3]))) {
            // Allowing for the terminal ] or } at the same (rather than greater)
            // indent level as the initial [ or { is technically invalid, but
            // failing here would be surprising to users.
            const atFlowEndMarker = indent === this.indentNext - 1 &&
                this.flowLevel === 1 &&
                (line[0] === ']' || line[0] === '}');
            if (!atFlowEndMarker) {
                // this is an error
                this.flowLevel = 0;
                yield cst.FLOW_END;
                return yield* this.parseLineStart();
            }
        }
        let n = 0;
        while (line[n] === ',') {
            n += yield* this.pushCount(1);
            n += yield* this.pushSpaces(true);
            this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
            case undefined:
                return 'flow';
            case '#':
                yield* this.pushCount(line.length - n);
                return 'flow';
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel += 1;
                return 'flow';
            case '}':
            case ']':
                yield* this.pushCount(1);
                this.flowKey = true;
                this.flowLevel -= 1;
                return this.flowLevel ? 'flow' : 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'flow';
            case '"':
            case "'":
                this.flowKey = true;
                return yield* this.parseQuotedScalar();
            case ':': {
                const next = this.charAt(1);
                if (this.flowKey || isEmpty(next) || next === ',') {
                    this.flowKey = false;
                    yield* this.pushCount(1);
                    yield* this.pushSpaces(true);
                    return 'flow';
                }
            }
            // fallthrough
            default:
                this.flowKey = false;
                return yield* this.parsePlainScalar();
        }
    }
    *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
            while (end !== -1 && this.buffer[end + 1] === "'")
                end = this.buffer.indexOf("'", end + 2);
        }
        else {
            // double-quote
            while (end !== -1) {
                let n = 0;
                while (this.buffer[end - 1 - n] === '\\')
                    n += 1;
                if (n % 2 === 0)
                    break;
                end = this.buffer.indexOf('"', end + 1);
            }
        }
        // Only looking for newlines within the quotes
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf('\n', this.pos);
        if (nl !== -1) {
            while (nl !== -1) {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = qb.indexOf('\n', cs);
            }
            if (nl !== -1) {
                // this is an error caused by an unexpected unindent
                end = nl - (qb[nl - 1] === '\r' ? 2 : 1);
            }
        }
        if (end === -1) {
            if (!this.atEnd)
                return this.setNext('quoted-scalar');
            end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? 'flow' : 'doc';
    }
    *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
            const ch = this.buffer[++i];
            if (ch === '+')
                this.blockScalarKeep = true;
            else if (ch > '0' && ch <= '9')
                this.blockScalarIndent = Number(ch) - 1;
            else if (ch !== '-')
                break;
        }
        return yield* this.pushUntil(ch => isEmpty(ch) || ch === '#');
    }
    *parseBlockScalar() {
        let nl = this.pos - 1; // may be -1 if this.pos === 0
        let indent = 0;
        let ch;
        loop: for (let i = this.pos; (ch = this.buffer[i]); ++i) {
            switch (ch) {
                case ' ':
                    indent += 1;
                    break;
                case '\n':
                    nl = i;
                    indent = 0;
                    break;
                case '\r': {
                    const next = this.buffer[i + 1];
                    if (!next && !this.atEnd)
                        return this.setNext('block-scalar');
                    if (next === '\n')
                        break;
                } // fallthrough
                default:
                    break loop;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('block-scalar');
        if (indent >= this.indentNext) {
            if (this.blockScalarIndent === -1)
                this.indentNext = indent;
            else {
                this.indentNext =
                    this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
            }
            do {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = this.buffer.indexOf('\n', cs);
            } while (nl !== -1);
            if (nl === -1) {
                if (!this.atEnd)
                    return this.setNext('block-scalar');
                nl = this.buffer.length;
            }
        }
        // Trailing insufficiently indented tabs are invalid.
        // To catch that during parsing, we include them in the block scalar value.
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === ' ')
            ch = this.buffer[++i];
        if (ch === '\t') {
            while (ch === '\t' || ch === ' ' || ch === '\r' || ch === '\n')
                ch = this.buffer[++i];
            nl = i - 1;
        }
        else if (!this.blockScalarKeep) {
            do {
                let i = nl - 1;
                let ch = this.buffer[i];
                if (ch === '\r')
                    ch = this.buffer[--i];
                const lastChar = i; // Drop the line if last char not more indented
                while (ch === ' ')
                    ch = this.buffer[--i];
                if (ch === '\n' && i >= this.pos && i + 1 + indent > lastChar)
                    nl = i;
                else
                    break;
            } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
    }
    *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while ((ch = this.buffer[++i])) {
            if (ch === ':') {
                const next = this.buffer[i + 1];
                if (isEmpty(next) || (inFlow && flowIndicatorChars.has(next)))
                    break;
                end = i;
            }
            else if (isEmpty(ch)) {
                let next = this.buffer[i + 1];
                if (ch === '\r') {
                    if (next === '\n') {
                        i += 1;
                        ch = '\n';
                        next = this.buffer[i + 1];
                    }
                    else
                        end = i;
                }
                if (next === '#' || (inFlow && flowIndicatorChars.has(next)))
                    break;
                if (ch === '\n') {
                    const cs = this.continueScalar(i + 1);
                    if (cs === -1)
                        break;
                    i = Math.max(i, cs - 2); // to advance, but still account for ' #'
                }
            }
            else {
                if (inFlow && flowIndicatorChars.has(ch))
                    break;
                end = i;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('plain-scalar');
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? 'flow' : 'doc';
    }
    *pushCount(n) {
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos += n;
            return n;
        }
        return 0;
    }
    *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
            yield s;
            this.pos += s.length;
            return s.length;
        }
        else if (allowEmpty)
            yield '';
        return 0;
    }
    *pushIndicators() {
        let n = 0;
        loop: while (true) {
            switch (this.charAt(0)) {
                case '!':
                    n += yield* this.pushTag();
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '&':
                    n += yield* this.pushUntil(isNotAnchorChar);
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '-': // this is an error
                case '?': // this is an error outside flow collections
                case ':': {
                    const inFlow = this.flowLevel > 0;
                    const ch1 = this.charAt(1);
                    if (isEmpty(ch1) || (inFlow && flowIndicatorChars.has(ch1))) {
                        if (!inFlow)
                            this.indentNext = this.indentValue + 1;
                        else if (this.flowKey)
                            this.flowKey = false;
                        n += yield* this.pushCount(1);
                        n += yield* this.pushSpaces(true);
                        continue loop;
                    }
                }
            }
            break loop;
        }
        return n;
    }
    *pushTag() {
        if (this.charAt(1) === '<') {
            let i = this.pos + 2;
            let ch = this.buffer[i];
            while (!isEmpty(ch) && ch !== '>')
                ch = this.buffer[++i];
            return yield* this.pushToIndex(ch === '>' ? i + 1 : i, false);
        }
        else {
            let i = this.pos + 1;
            let ch = this.buffer[i];
            while (ch) {
                if (tagChars.has(ch))
                    ch = this.buffer[++i];
                else if (ch === '%' &&
                    hexDigits.has(this.buffer[i + 1]) &&
                    hexDigits.has(this.buffer[i + 2])) {
                    ch = this.buffer[(i += 3)];
                }
                else
                    break;
            }
            return yield* this.pushToIndex(i, false);
        }
    }
    *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === '\n')
            return yield* this.pushCount(1);
        else if (ch === '\r' && this.charAt(1) === '\n')
            return yield* this.pushCount(2);
        else
            return 0;
    }
    *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
            ch = this.buffer[++i];
        } while (ch === ' ' || (allowTabs && ch === '\t'));
        const n = i - this.pos;
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos = i;
        }
        return n;
    }
    *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
            ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
    }
}

exports.Lexer = Lexer;


/***/ }),

/***/ 6628:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Tracks newlines during parsing in order to provide an efficient API for
 * determining the one-indexed `{ line, col }` position for any offset
 * within the input.
 */
class LineCounter {
    constructor() {
        this.lineStarts = [];
        /**
         * Should be called in ascending order. Otherwise, call
         * `lineCounter.lineStarts.sort()` before calling `linePos()`.
         */
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        /**
         * Performs a binary search and returns the 1-indexed { line, col }
         * position of `offset`. If `line === 0`, `addNewLine` has never been
         * called or `offset` is before the first known newline.
         */
        this.linePos = (offset) => {
            let low = 0;
            let high = this.lineStarts.length;
            while (low < high) {
                const mid = (low + high) >> 1; // Math.floor((low + high) / 2)
                if (this.lineStarts[mid] < offset)
                    low = mid + 1;
                else
                    high = mid;
            }
            if (this.lineStarts[low] === offset)
                return { line: low + 1, col: 1 };
            if (low === 0)
                return { line: 0, col: offset };
            const start = this.lineStarts[low - 1];
            return { line: low, col: offset - start + 1 };
        };
    }
}

exports.LineCounter = LineCounter;


/***/ }),

/***/ 3456:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);

function includesToken(list, type) {
    for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
            return true;
    return false;
}
function findNonEmptyIndex(list) {
    for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
            case 'space':
            case 'comment':
            case 'newline':
                break;
            default:
                return i;
        }
    }
    return -1;
}
function isFlowToken(token) {
    switch (token?.type) {
        case 'alias':
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'flow-collection':
            return true;
        default:
            return false;
    }
}
function getPrevProps(parent) {
    switch (parent.type) {
        case 'document':
            return parent.start;
        case 'block-map': {
            const it = parent.items[parent.items.length - 1];
            return it.sep ?? it.start;
        }
        case 'block-seq':
            return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
            return [];
    }
}
/** Note: May modify input array */
function getFirstKeyStartProps(prev) {
    if (prev.length === 0)
        return [];
    let i = prev.length;
    loop: while (--i >= 0) {
        switch (prev[i].type) {
            case 'doc-start':
            case 'explicit-key-ind':
            case 'map-value-ind':
            case 'seq-item-ind':
            case 'newline':
                break loop;
        }
    }
    while (prev[++i]?.type === 'space') {
        /* loop */
    }
    return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
    // May exhaust call stack with large `source` array
    if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
    else
        for (let i = 0; i < source.length; ++i)
            target.push(source[i]);
}
function fixFlowSeqItems(fc) {
    if (fc.start.type === 'flow-seq-start') {
        for (const it of fc.items) {
            if (it.sep &&
                !it.value &&
                !includesToken(it.start, 'explicit-key-ind') &&
                !includesToken(it.sep, 'map-value-ind')) {
                if (it.key)
                    it.value = it.key;
                delete it.key;
                if (isFlowToken(it.value)) {
                    if (it.value.end)
                        arrayPushArray(it.value.end, it.sep);
                    else
                        it.value.end = it.sep;
                }
                else
                    arrayPushArray(it.start, it.sep);
                delete it.sep;
            }
        }
    }
}
/**
 * A YAML concrete syntax tree (CST) parser
 *
 * ```ts
 * const src: string = ...
 * for (const token of new Parser().parse(src)) {
 *   // token: Token
 * }
 * ```
 *
 * To use the parser with a user-provided lexer:
 *
 * ```ts
 * function* parse(source: string, lexer: Lexer) {
 *   const parser = new Parser()
 *   for (const lexeme of lexer.lex(source))
 *     yield* parser.next(lexeme)
 *   yield* parser.end()
 * }
 *
 * const src: string = ...
 * const lexer = new Lexer()
 * for (const token of parse(src, lexer)) {
 *   // token: Token
 * }
 * ```
 */
class Parser {
    /**
     * @param onNewLine - If defined, called separately with the start position of
     *   each new line (in `parse()`, including the start of input).
     */
    constructor(onNewLine) {
        /** If true, space and sequence indicators count as indentation */
        this.atNewLine = true;
        /** If true, next token is a scalar value */
        this.atScalar = false;
        /** Current indentation level */
        this.indent = 0;
        /** Current offset since the start of parsing */
        this.offset = 0;
        /** On the same line with a block map key */
        this.onKeyLine = false;
        /** Top indicates the node that's currently being built */
        this.stack = [];
        /** The source of the current token, set in parse() */
        this.source = '';
        /** The type of the current token, set in parse() */
        this.type = '';
        // Must be defined after `next()`
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
    }
    /**
     * Parse `source` as a YAML stream.
     * If `incomplete`, a part of the last line may be left as a buffer for the next call.
     *
     * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
     *
     * @returns A generator of tokens representing each directive, document, and other structure.
     */
    *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
            this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
            yield* this.next(lexeme);
        if (!incomplete)
            yield* this.end();
    }
    /**
     * Advance the parser by the `source` of one lexical token.
     */
    *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
            console.log('|', cst.prettyToken(source));
        if (this.atScalar) {
            this.atScalar = false;
            yield* this.step();
            this.offset += source.length;
            return;
        }
        const type = cst.tokenType(source);
        if (!type) {
            const message = `Not a YAML token: ${source}`;
            yield* this.pop({ type: 'error', offset: this.offset, message, source });
            this.offset += source.length;
        }
        else if (type === 'scalar') {
            this.atNewLine = false;
            this.atScalar = true;
            this.type = 'scalar';
        }
        else {
            this.type = type;
            yield* this.step();
            switch (type) {
                case 'newline':
                    this.atNewLine = true;
                    this.indent = 0;
                    if (this.onNewLine)
                        this.onNewLine(this.offset + source.length);
                    break;
                case 'space':
                    if (this.atNewLine && source[0] === ' ')
                        this.indent += source.length;
                    break;
                case 'explicit-key-ind':
                case 'map-value-ind':
                case 'seq-item-ind':
                    if (this.atNewLine)
                        this.indent += source.length;
                    break;
                case 'doc-mode':
                case 'flow-error-end':
                    return;
                default:
                    this.atNewLine = false;
            }
            this.offset += source.length;
        }
    }
    /** Call at end of input to push out any remaining constructions */
    *end() {
        while (this.stack.length > 0)
            yield* this.pop();
    }
    get sourceToken() {
        const st = {
            type: this.type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
        return st;
    }
    *step() {
        const top = this.peek(1);
        if (this.type === 'doc-end' && top?.type !== 'doc-end') {
            while (this.stack.length > 0)
                yield* this.pop();
            this.stack.push({
                type: 'doc-end',
                offset: this.offset,
                source: this.source
            });
            return;
        }
        if (!top)
            return yield* this.stream();
        switch (top.type) {
            case 'document':
                return yield* this.document(top);
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return yield* this.scalar(top);
            case 'block-scalar':
                return yield* this.blockScalar(top);
            case 'block-map':
                return yield* this.blockMap(top);
            case 'block-seq':
                return yield* this.blockSequence(top);
            case 'flow-collection':
                return yield* this.flowCollection(top);
            case 'doc-end':
                return yield* this.documentEnd(top);
        }
        /* istanbul ignore next should not happen */
        yield* this.pop();
    }
    peek(n) {
        return this.stack[this.stack.length - n];
    }
    *pop(error) {
        const token = error ?? this.stack.pop();
        /* istanbul ignore if should not happen */
        if (!token) {
            const message = 'Tried to pop an empty stack';
            yield { type: 'error', offset: this.offset, source: '', message };
        }
        else if (this.stack.length === 0) {
            yield token;
        }
        else {
            const top = this.peek(1);
            if (token.type === 'block-scalar') {
                // Block scalars use their parent rather than header indent
                token.indent = 'indent' in top ? top.indent : 0;
            }
            else if (token.type === 'flow-collection' && top.type === 'document') {
                // Ignore all indent for top-level flow collections
                token.indent = 0;
            }
            if (token.type === 'flow-collection')
                fixFlowSeqItems(token);
            switch (top.type) {
                case 'document':
                    top.value = token;
                    break;
                case 'block-scalar':
                    top.props.push(token); // error
                    break;
                case 'block-map': {
                    const it = top.items[top.items.length - 1];
                    if (it.value) {
                        top.items.push({ start: [], key: token, sep: [] });
                        this.onKeyLine = true;
                        return;
                    }
                    else if (it.sep) {
                        it.value = token;
                    }
                    else {
                        Object.assign(it, { key: token, sep: [] });
                        this.onKeyLine = !it.explicitKey;
                        return;
                    }
                    break;
                }
                case 'block-seq': {
                    const it = top.items[top.items.length - 1];
                    if (it.value)
                        top.items.push({ start: [], value: token });
                    else
                        it.value = token;
                    break;
                }
                case 'flow-collection': {
                    const it = top.items[top.items.length - 1];
                    if (!it || it.value)
                        top.items.push({ start: [], key: token, sep: [] });
                    else if (it.sep)
                        it.value = token;
                    else
                        Object.assign(it, { key: token, sep: [] });
                    return;
                }
                /* istanbul ignore next should not happen */
                default:
                    yield* this.pop();
                    yield* this.pop(token);
            }
            if ((top.type === 'document' ||
                top.type === 'block-map' ||
                top.type === 'block-seq') &&
                (token.type === 'block-map' || token.type === 'block-seq')) {
                const last = token.items[token.items.length - 1];
                if (last &&
                    !last.sep &&
                    !last.value &&
                    last.start.length > 0 &&
                    findNonEmptyIndex(last.start) === -1 &&
                    (token.indent === 0 ||
                        last.start.every(st => st.type !== 'comment' || st.indent < token.indent))) {
                    if (top.type === 'document')
                        top.end = last.start;
                    else
                        top.items.push({ start: last.start });
                    token.items.splice(-1, 1);
                }
            }
        }
    }
    *stream() {
        switch (this.type) {
            case 'directive-line':
                yield { type: 'directive', offset: this.offset, source: this.source };
                return;
            case 'byte-order-mark':
            case 'space':
            case 'comment':
            case 'newline':
                yield this.sourceToken;
                return;
            case 'doc-mode':
            case 'doc-start': {
                const doc = {
                    type: 'document',
                    offset: this.offset,
                    start: []
                };
                if (this.type === 'doc-start')
                    doc.start.push(this.sourceToken);
                this.stack.push(doc);
                return;
            }
        }
        yield {
            type: 'error',
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML stream`,
            source: this.source
        };
    }
    *document(doc) {
        if (doc.value)
            return yield* this.lineEnd(doc);
        switch (this.type) {
            case 'doc-start': {
                if (findNonEmptyIndex(doc.start) !== -1) {
                    yield* this.pop();
                    yield* this.step();
                }
                else
                    doc.start.push(this.sourceToken);
                return;
            }
            case 'anchor':
            case 'tag':
            case 'space':
            case 'comment':
            case 'newline':
                doc.start.push(this.sourceToken);
                return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
            this.stack.push(bv);
        else {
            yield {
                type: 'error',
                offset: this.offset,
                message: `Unexpected ${this.type} token in YAML document`,
                source: this.source
            };
        }
    }
    *scalar(scalar) {
        if (this.type === 'map-value-ind') {
            const prev = getPrevProps(this.peek(2));
            const start = getFirstKeyStartProps(prev);
            let sep;
            if (scalar.end) {
                sep = scalar.end;
                sep.push(this.sourceToken);
                delete scalar.end;
            }
            else
                sep = [this.sourceToken];
            const map = {
                type: 'block-map',
                offset: scalar.offset,
                indent: scalar.indent,
                items: [{ start, key: scalar, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
        }
        else
            yield* this.lineEnd(scalar);
    }
    *blockScalar(scalar) {
        switch (this.type) {
            case 'space':
            case 'comment':
            case 'newline':
                scalar.props.push(this.sourceToken);
                return;
            case 'scalar':
                scalar.source = this.source;
                // block-scalar source includes trailing newline
                this.atNewLine = true;
                this.indent = 0;
                if (this.onNewLine) {
                    let nl = this.source.indexOf('\n') + 1;
                    while (nl !== 0) {
                        this.onNewLine(this.offset + nl);
                        nl = this.source.indexOf('\n', nl) + 1;
                    }
                }
                yield* this.pop();
                break;
            /* istanbul ignore next should not happen */
            default:
                yield* this.pop();
                yield* this.step();
        }
    }
    *blockMap(map) {
        const it = map.items[map.items.length - 1];
        // it.sep is true-ish if pair already has key or : separator
        switch (this.type) {
            case 'newline':
                this.onKeyLine = false;
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    it.start.push(this.sourceToken);
                }
                return;
            case 'space':
            case 'comment':
                if (it.value) {
                    map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    if (this.atIndentedComment(it.start, map.indent)) {
                        const prev = map.items[map.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            map.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
        }
        if (this.indent >= map.indent) {
            const atMapIndent = !this.onKeyLine && this.indent === map.indent;
            const atNextItem = atMapIndent &&
                (it.sep || it.explicitKey) &&
                this.type !== 'seq-item-ind';
            // For empty nodes, assign newline-separated not indented empty tokens to following node
            let start = [];
            if (atNextItem && it.sep && !it.value) {
                const nl = [];
                for (let i = 0; i < it.sep.length; ++i) {
                    const st = it.sep[i];
                    switch (st.type) {
                        case 'newline':
                            nl.push(i);
                            break;
                        case 'space':
                            break;
                        case 'comment':
                            if (st.indent > map.indent)
                                nl.length = 0;
                            break;
                        default:
                            nl.length = 0;
                    }
                }
                if (nl.length >= 2)
                    start = it.sep.splice(nl[1]);
            }
            switch (this.type) {
                case 'anchor':
                case 'tag':
                    if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        it.sep.push(this.sourceToken);
                    }
                    else {
                        it.start.push(this.sourceToken);
                    }
                    return;
                case 'explicit-key-ind':
                    if (!it.sep && !it.explicitKey) {
                        it.start.push(this.sourceToken);
                        it.explicitKey = true;
                    }
                    else if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start, explicitKey: true });
                    }
                    else {
                        this.stack.push({
                            type: 'block-map',
                            offset: this.offset,
                            indent: this.indent,
                            items: [{ start: [this.sourceToken], explicitKey: true }]
                        });
                    }
                    this.onKeyLine = true;
                    return;
                case 'map-value-ind':
                    if (it.explicitKey) {
                        if (!it.sep) {
                            if (includesToken(it.start, 'newline')) {
                                Object.assign(it, { key: null, sep: [this.sourceToken] });
                            }
                            else {
                                const start = getFirstKeyStartProps(it.start);
                                this.stack.push({
                                    type: 'block-map',
                                    offset: this.offset,
                                    indent: this.indent,
                                    items: [{ start, key: null, sep: [this.sourceToken] }]
                                });
                            }
                        }
                        else if (it.value) {
                            map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else if (isFlowToken(it.key) &&
                            !includesToken(it.sep, 'newline')) {
                            const start = getFirstKeyStartProps(it.start);
                            const key = it.key;
                            const sep = it.sep;
                            sep.push(this.sourceToken);
                            // @ts-expect-error type guard is wrong here
                            delete it.key;
                            // @ts-expect-error type guard is wrong here
                            delete it.sep;
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key, sep }]
                            });
                        }
                        else if (start.length > 0) {
                            // Not actually at next item
                            it.sep = it.sep.concat(start, this.sourceToken);
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    else {
                        if (!it.sep) {
                            Object.assign(it, { key: null, sep: [this.sourceToken] });
                        }
                        else if (it.value || atNextItem) {
                            map.items.push({ start, key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start: [], key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    this.onKeyLine = true;
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (atNextItem || it.value) {
                        map.items.push({ start, key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        this.stack.push(fs);
                    }
                    else {
                        Object.assign(it, { key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    return;
                }
                default: {
                    const bv = this.startBlockValue(map);
                    if (bv) {
                        if (bv.type === 'block-seq') {
                            if (!it.explicitKey &&
                                it.sep &&
                                !includesToken(it.sep, 'newline')) {
                                yield* this.pop({
                                    type: 'error',
                                    offset: this.offset,
                                    message: 'Unexpected block-seq-ind on same line with key',
                                    source: this.source
                                });
                                return;
                            }
                        }
                        else if (atMapIndent) {
                            map.items.push({ start });
                        }
                        this.stack.push(bv);
                        return;
                    }
                }
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
            case 'newline':
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        seq.items.push({ start: [this.sourceToken] });
                }
                else
                    it.start.push(this.sourceToken);
                return;
            case 'space':
            case 'comment':
                if (it.value)
                    seq.items.push({ start: [this.sourceToken] });
                else {
                    if (this.atIndentedComment(it.start, seq.indent)) {
                        const prev = seq.items[seq.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            seq.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
            case 'anchor':
            case 'tag':
                if (it.value || this.indent <= seq.indent)
                    break;
                it.start.push(this.sourceToken);
                return;
            case 'seq-item-ind':
                if (this.indent !== seq.indent)
                    break;
                if (it.value || includesToken(it.start, 'seq-item-ind'))
                    seq.items.push({ start: [this.sourceToken] });
                else
                    it.start.push(this.sourceToken);
                return;
        }
        if (this.indent > seq.indent) {
            const bv = this.startBlockValue(seq);
            if (bv) {
                this.stack.push(bv);
                return;
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === 'flow-error-end') {
            let top;
            do {
                yield* this.pop();
                top = this.peek(1);
            } while (top?.type === 'flow-collection');
        }
        else if (fc.end.length === 0) {
            switch (this.type) {
                case 'comma':
                case 'explicit-key-ind':
                    if (!it || it.sep)
                        fc.items.push({ start: [this.sourceToken] });
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'map-value-ind':
                    if (!it || it.value)
                        fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        Object.assign(it, { key: null, sep: [this.sourceToken] });
                    return;
                case 'space':
                case 'comment':
                case 'newline':
                case 'anchor':
                case 'tag':
                    if (!it || it.value)
                        fc.items.push({ start: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (!it || it.value)
                        fc.items.push({ start: [], key: fs, sep: [] });
                    else if (it.sep)
                        this.stack.push(fs);
                    else
                        Object.assign(it, { key: fs, sep: [] });
                    return;
                }
                case 'flow-map-end':
                case 'flow-seq-end':
                    fc.end.push(this.sourceToken);
                    return;
            }
            const bv = this.startBlockValue(fc);
            /* istanbul ignore else should not happen */
            if (bv)
                this.stack.push(bv);
            else {
                yield* this.pop();
                yield* this.step();
            }
        }
        else {
            const parent = this.peek(2);
            if (parent.type === 'block-map' &&
                ((this.type === 'map-value-ind' && parent.indent === fc.indent) ||
                    (this.type === 'newline' &&
                        !parent.items[parent.items.length - 1].sep))) {
                yield* this.pop();
                yield* this.step();
            }
            else if (this.type === 'map-value-ind' &&
                parent.type !== 'flow-collection') {
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                fixFlowSeqItems(fc);
                const sep = fc.end.splice(1, fc.end.length);
                sep.push(this.sourceToken);
                const map = {
                    type: 'block-map',
                    offset: fc.offset,
                    indent: fc.indent,
                    items: [{ start, key: fc, sep }]
                };
                this.onKeyLine = true;
                this.stack[this.stack.length - 1] = map;
            }
            else {
                yield* this.lineEnd(fc);
            }
        }
    }
    flowScalar(type) {
        if (this.onNewLine) {
            let nl = this.source.indexOf('\n') + 1;
            while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf('\n', nl) + 1;
            }
        }
        return {
            type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
    }
    startBlockValue(parent) {
        switch (this.type) {
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return this.flowScalar(this.type);
            case 'block-scalar-header':
                return {
                    type: 'block-scalar',
                    offset: this.offset,
                    indent: this.indent,
                    props: [this.sourceToken],
                    source: ''
                };
            case 'flow-map-start':
            case 'flow-seq-start':
                return {
                    type: 'flow-collection',
                    offset: this.offset,
                    indent: this.indent,
                    start: this.sourceToken,
                    items: [],
                    end: []
                };
            case 'seq-item-ind':
                return {
                    type: 'block-seq',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [this.sourceToken] }]
                };
            case 'explicit-key-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                start.push(this.sourceToken);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, explicitKey: true }]
                };
            }
            case 'map-value-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                };
            }
        }
        return null;
    }
    atIndentedComment(start, indent) {
        if (this.type !== 'comment')
            return false;
        if (this.indent <= indent)
            return false;
        return start.every(st => st.type === 'newline' || st.type === 'space');
    }
    *documentEnd(docEnd) {
        if (this.type !== 'doc-mode') {
            if (docEnd.end)
                docEnd.end.push(this.sourceToken);
            else
                docEnd.end = [this.sourceToken];
            if (this.type === 'newline')
                yield* this.pop();
        }
    }
    *lineEnd(token) {
        switch (this.type) {
            case 'comma':
            case 'doc-start':
            case 'doc-end':
            case 'flow-seq-end':
            case 'flow-map-end':
            case 'map-value-ind':
                yield* this.pop();
                yield* this.step();
                break;
            case 'newline':
                this.onKeyLine = false;
            // fallthrough
            case 'space':
            case 'comment':
            default:
                // all other values are errors
                if (token.end)
                    token.end.push(this.sourceToken);
                else
                    token.end = [this.sourceToken];
                if (this.type === 'newline')
                    yield* this.pop();
        }
    }
}

exports.Parser = Parser;


/***/ }),

/***/ 4047:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var log = __nccwpck_require__(7249);
var identity = __nccwpck_require__(1127);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);

function parseOptions(options) {
    const prettyErrors = options.prettyErrors !== false;
    const lineCounter$1 = options.lineCounter || (prettyErrors && new lineCounter.LineCounter()) || null;
    return { lineCounter: lineCounter$1, prettyErrors };
}
/**
 * Parse the input as a stream of YAML documents.
 *
 * Documents should be separated from each other by `...` or `---` marker lines.
 *
 * @returns If an empty `docs` array is returned, it will be of type
 *   EmptyStream and contain additional stream information. In
 *   TypeScript, you should use `'empty' in docs` as a type guard for it.
 */
function parseAllDocuments(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    const docs = Array.from(composer$1.compose(parser$1.parse(source)));
    if (prettyErrors && lineCounter)
        for (const doc of docs) {
            doc.errors.forEach(errors.prettifyError(source, lineCounter));
            doc.warnings.forEach(errors.prettifyError(source, lineCounter));
        }
    if (docs.length > 0)
        return docs;
    return Object.assign([], { empty: true }, composer$1.streamInfo());
}
/** Parse an input string into a single YAML.Document */
function parseDocument(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    // `doc` is always set by compose.end(true) at the very latest
    let doc = null;
    for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
            doc = _doc;
        else if (doc.options.logLevel !== 'silent') {
            doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), 'MULTIPLE_DOCS', 'Source contains multiple documents; please use YAML.parseAllDocuments()'));
            break;
        }
    }
    if (prettyErrors && lineCounter) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter));
    }
    return doc;
}
function parse(src, reviver, options) {
    let _reviver = undefined;
    if (typeof reviver === 'function') {
        _reviver = reviver;
    }
    else if (options === undefined && reviver && typeof reviver === 'object') {
        options = reviver;
    }
    const doc = parseDocument(src, options);
    if (!doc)
        return null;
    doc.warnings.forEach(warning => log.warn(doc.options.logLevel, warning));
    if (doc.errors.length > 0) {
        if (doc.options.logLevel !== 'silent')
            throw doc.errors[0];
        else
            doc.errors = [];
    }
    return doc.toJS(Object.assign({ reviver: _reviver }, options));
}
function stringify(value, replacer, options) {
    let _replacer = null;
    if (typeof replacer === 'function' || Array.isArray(replacer)) {
        _replacer = replacer;
    }
    else if (options === undefined && replacer) {
        options = replacer;
    }
    if (typeof options === 'string')
        options = options.length;
    if (typeof options === 'number') {
        const indent = Math.round(options);
        options = indent < 1 ? undefined : indent > 8 ? { indent: 8 } : { indent };
    }
    if (value === undefined) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
            return undefined;
    }
    if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
    return new Document.Document(value, _replacer, options).toString(options);
}

exports.parse = parse;
exports.parseAllDocuments = parseAllDocuments;
exports.parseDocument = parseDocument;
exports.stringify = stringify;


/***/ }),

/***/ 5840:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var tags = __nccwpck_require__(18);

const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
class Schema {
    constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat)
            ? tags.getTags(compat, 'compat')
            : compat
                ? tags.getTags(null, compat)
                : null;
        this.name = (typeof schema === 'string' && schema) || 'core';
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        // Used by createMap()
        this.sortMapEntries =
            typeof sortMapEntries === 'function'
                ? sortMapEntries
                : sortMapEntries === true
                    ? sortMapEntriesByKey
                    : null;
    }
    clone() {
        const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
    }
}

exports.Schema = Schema;


/***/ }),

/***/ 7451:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLMap = __nccwpck_require__(4454);

const map = {
    collection: 'map',
    default: true,
    nodeClass: YAMLMap.YAMLMap,
    tag: 'tag:yaml.org,2002:map',
    resolve(map, onError) {
        if (!identity.isMap(map))
            onError('Expected a mapping for this tag');
        return map;
    },
    createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
};

exports.map = map;


/***/ }),

/***/ 3632:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const nullTag = {
    identify: value => value == null,
    createNode: () => new Scalar.Scalar(null),
    default: true,
    tag: 'tag:yaml.org,2002:null',
    test: /^(?:~|[Nn]ull|NULL)?$/,
    resolve: () => new Scalar.Scalar(null),
    stringify: ({ source }, ctx) => typeof source === 'string' && nullTag.test.test(source)
        ? source
        : ctx.options.nullStr
};

exports.nullTag = nullTag;


/***/ }),

/***/ 1706:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLSeq = __nccwpck_require__(2223);

const seq = {
    collection: 'seq',
    default: true,
    nodeClass: YAMLSeq.YAMLSeq,
    tag: 'tag:yaml.org,2002:seq',
    resolve(seq, onError) {
        if (!identity.isSeq(seq))
            onError('Expected a sequence for this tag');
        return seq;
    },
    createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
};

exports.seq = seq;


/***/ }),

/***/ 6464:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyString = __nccwpck_require__(3069);

const string = {
    identify: value => typeof value === 'string',
    default: true,
    tag: 'tag:yaml.org,2002:str',
    resolve: str => str,
    stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
    }
};

exports.string = string;


/***/ }),

/***/ 3959:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const boolTag = {
    identify: value => typeof value === 'boolean',
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
    resolve: str => new Scalar.Scalar(str[0] === 't' || str[0] === 'T'),
    stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
            const sv = source[0] === 't' || source[0] === 'T';
            if (value === sv)
                return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
};

exports.boolTag = boolTag;


/***/ }),

/***/ 8405:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: str => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
    resolve: str => parseFloat(str),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf('.');
        if (dot !== -1 && str[str.length - 1] === '0')
            node.minFractionDigits = str.length - dot - 1;
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 9874:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
const intResolve = (str, offset, radix, { intAsBigInt }) => (intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix));
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
    return stringifyNumber.stringifyNumber(node);
}
const intOct = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^0o[0-7]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
    stringify: node => intStringify(node, 8, '0o')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^0x[0-9a-fA-F]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 896:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.boolTag,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float
];

exports.schema = schema;


/***/ }),

/***/ 3559:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);

function intIdentify(value) {
    return typeof value === 'bigint' || Number.isInteger(value);
}
const stringifyJSON = ({ value }) => JSON.stringify(value);
const jsonScalars = [
    {
        identify: value => typeof value === 'string',
        default: true,
        tag: 'tag:yaml.org,2002:str',
        resolve: str => str,
        stringify: stringifyJSON
    },
    {
        identify: value => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: 'tag:yaml.org,2002:null',
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
    },
    {
        identify: value => typeof value === 'boolean',
        default: true,
        tag: 'tag:yaml.org,2002:bool',
        test: /^true$|^false$/,
        resolve: str => str === 'true',
        stringify: stringifyJSON
    },
    {
        identify: intIdentify,
        default: true,
        tag: 'tag:yaml.org,2002:int',
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
    },
    {
        identify: value => typeof value === 'number',
        default: true,
        tag: 'tag:yaml.org,2002:float',
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: str => parseFloat(str),
        stringify: stringifyJSON
    }
];
const jsonError = {
    default: true,
    tag: '',
    test: /^/,
    resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
    }
};
const schema = [map.map, seq.seq].concat(jsonScalars, jsonError);

exports.schema = schema;


/***/ }),

/***/ 18:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);
var schema = __nccwpck_require__(896);
var schema$1 = __nccwpck_require__(3559);
var binary = __nccwpck_require__(6083);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var schema$2 = __nccwpck_require__(5913);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schemas = new Map([
    ['core', schema.schema],
    ['failsafe', [map.map, seq.seq, string.string]],
    ['json', schema$1.schema],
    ['yaml11', schema$2.schema],
    ['yaml-1.1', schema$2.schema]
]);
const tagsByName = {
    binary: binary.binary,
    bool: bool.boolTag,
    float: float.float,
    floatExp: float.floatExp,
    floatNaN: float.floatNaN,
    floatTime: timestamp.floatTime,
    int: int.int,
    intHex: int.intHex,
    intOct: int.intOct,
    intTime: timestamp.intTime,
    map: map.map,
    merge: merge.merge,
    null: _null.nullTag,
    omap: omap.omap,
    pairs: pairs.pairs,
    seq: seq.seq,
    set: set.set,
    timestamp: timestamp.timestamp
};
const coreKnownTags = {
    'tag:yaml.org,2002:binary': binary.binary,
    'tag:yaml.org,2002:merge': merge.merge,
    'tag:yaml.org,2002:omap': omap.omap,
    'tag:yaml.org,2002:pairs': pairs.pairs,
    'tag:yaml.org,2002:set': set.set,
    'tag:yaml.org,2002:timestamp': timestamp.timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
    const schemaTags = schemas.get(schemaName);
    if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge)
            ? schemaTags.concat(merge.merge)
            : schemaTags.slice();
    }
    let tags = schemaTags;
    if (!tags) {
        if (Array.isArray(customTags))
            tags = [];
        else {
            const keys = Array.from(schemas.keys())
                .filter(key => key !== 'yaml11')
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
    }
    if (Array.isArray(customTags)) {
        for (const tag of customTags)
            tags = tags.concat(tag);
    }
    else if (typeof customTags === 'function') {
        tags = customTags(tags.slice());
    }
    if (addMergeTag)
        tags = tags.concat(merge.merge);
    return tags.reduce((tags, tag) => {
        const tagObj = typeof tag === 'string' ? tagsByName[tag] : tag;
        if (!tagObj) {
            const tagName = JSON.stringify(tag);
            const keys = Object.keys(tagsByName)
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags.includes(tagObj))
            tags.push(tagObj);
        return tags;
    }, []);
}

exports.coreKnownTags = coreKnownTags;
exports.getTags = getTags;


/***/ }),

/***/ 6083:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_buffer = __nccwpck_require__(181);
var Scalar = __nccwpck_require__(3301);
var stringifyString = __nccwpck_require__(3069);

const binary = {
    identify: value => value instanceof Uint8Array, // Buffer inherits from Uint8Array
    default: false,
    tag: 'tag:yaml.org,2002:binary',
    /**
     * Returns a Buffer in node and an Uint8Array in browsers
     *
     * To use the resulting buffer as an image, you'll want to do something like:
     *
     *   const blob = new Blob([buffer], { type: 'image/jpeg' })
     *   document.querySelector('#photo').src = URL.createObjectURL(blob)
     */
    resolve(src, onError) {
        if (typeof node_buffer.Buffer === 'function') {
            return node_buffer.Buffer.from(src, 'base64');
        }
        else if (typeof atob === 'function') {
            // On IE 11, atob() can't handle newlines
            const str = atob(src.replace(/[\n\r]/g, ''));
            const buffer = new Uint8Array(str.length);
            for (let i = 0; i < str.length; ++i)
                buffer[i] = str.charCodeAt(i);
            return buffer;
        }
        else {
            onError('This environment does not support reading binary tags; either Buffer or atob is required');
            return src;
        }
    },
    stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
            return '';
        const buf = value; // checked earlier by binary.identify()
        let str;
        if (typeof node_buffer.Buffer === 'function') {
            str =
                buf instanceof node_buffer.Buffer
                    ? buf.toString('base64')
                    : node_buffer.Buffer.from(buf.buffer).toString('base64');
        }
        else if (typeof btoa === 'function') {
            let s = '';
            for (let i = 0; i < buf.length; ++i)
                s += String.fromCharCode(buf[i]);
            str = btoa(s);
        }
        else {
            throw new Error('This environment does not support writing binary tags; either Buffer or btoa is required');
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
            const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
            const n = Math.ceil(str.length / lineWidth);
            const lines = new Array(n);
            for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
                lines[i] = str.substr(o, lineWidth);
            }
            str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? '\n' : ' ');
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
    }
};

exports.binary = binary;


/***/ }),

/***/ 8398:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function boolStringify({ value, source }, ctx) {
    const boolObj = value ? trueTag : falseTag;
    if (source && boolObj.test.test(source))
        return source;
    return value ? ctx.options.trueStr : ctx.options.falseStr;
}
const trueTag = {
    identify: value => value === true,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
    resolve: () => new Scalar.Scalar(true),
    stringify: boolStringify
};
const falseTag = {
    identify: value => value === false,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
    resolve: () => new Scalar.Scalar(false),
    stringify: boolStringify
};

exports.falseTag = falseTag;
exports.trueTag = trueTag;


/***/ }),

/***/ 5782:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: (str) => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
    resolve: (str) => parseFloat(str.replace(/_/g, '')),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, '')));
        const dot = str.indexOf('.');
        if (dot !== -1) {
            const f = str.substring(dot + 1).replace(/_/g, '');
            if (f[f.length - 1] === '0')
                node.minFractionDigits = f.length;
        }
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 873:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
function intResolve(str, offset, radix, { intAsBigInt }) {
    const sign = str[0];
    if (sign === '-' || sign === '+')
        offset += 1;
    str = str.substring(offset).replace(/_/g, '');
    if (intAsBigInt) {
        switch (radix) {
            case 2:
                str = `0b${str}`;
                break;
            case 8:
                str = `0o${str}`;
                break;
            case 16:
                str = `0x${str}`;
                break;
        }
        const n = BigInt(str);
        return sign === '-' ? BigInt(-1) * n : n;
    }
    const n = parseInt(str, radix);
    return sign === '-' ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? '-' + prefix + str.substr(1) : prefix + str;
    }
    return stringifyNumber.stringifyNumber(node);
}
const intBin = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'BIN',
    test: /^[-+]?0b[0-1_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
    stringify: node => intStringify(node, 2, '0b')
};
const intOct = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^[-+]?0[0-7_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
    stringify: node => intStringify(node, 8, '0')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9][0-9_]*$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^[-+]?0x[0-9a-fA-F_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intBin = intBin;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 452:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

// If the value associated with a merge key is a single mapping node, each of
// its key/value pairs is inserted into the current mapping, unless the key
// already exists in it. If the value associated with the merge key is a
// sequence, then this sequence is expected to contain mapping nodes and each
// of these nodes is merged in turn according to its order in the sequence.
// Keys in mapping nodes earlier in the sequence override keys specified in
// later mapping nodes. -- http://yaml.org/type/merge.html
const MERGE_KEY = '<<';
const merge = {
    identify: value => value === MERGE_KEY ||
        (typeof value === 'symbol' && value.description === MERGE_KEY),
    default: 'key',
    tag: 'tag:yaml.org,2002:merge',
    test: /^<<$/,
    resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
    }),
    stringify: () => MERGE_KEY
};
const isMergeKey = (ctx, key) => (merge.identify(key) ||
    (identity.isScalar(key) &&
        (!key.type || key.type === Scalar.Scalar.PLAIN) &&
        merge.identify(key.value))) &&
    ctx?.doc.schema.tags.some(tag => tag.tag === merge.tag && tag.default);
function addMergeToJSMap(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (identity.isSeq(source))
        for (const it of source.items)
            mergeValue(ctx, map, it);
    else if (Array.isArray(source))
        for (const it of source)
            mergeValue(ctx, map, it);
    else
        mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (!identity.isMap(source))
        throw new Error('Merge sources must be maps or map aliases');
    const srcMap = source.toJSON(null, ctx, Map);
    for (const [key, value] of srcMap) {
        if (map instanceof Map) {
            if (!map.has(key))
                map.set(key, value);
        }
        else if (map instanceof Set) {
            map.add(key);
        }
        else if (!Object.prototype.hasOwnProperty.call(map, key)) {
            Object.defineProperty(map, key, {
                value,
                writable: true,
                enumerable: true,
                configurable: true
            });
        }
    }
    return map;
}
function resolveAliasValue(ctx, value) {
    return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

exports.addMergeToJSMap = addMergeToJSMap;
exports.isMergeKey = isMergeKey;
exports.merge = merge;


/***/ }),

/***/ 303:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var pairs = __nccwpck_require__(8385);

class YAMLOMap extends YAMLSeq.YAMLSeq {
    constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = YAMLOMap.tag;
    }
    /**
     * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
     * but TypeScript won't allow widening the signature of a child method.
     */
    toJSON(_, ctx) {
        if (!ctx)
            return super.toJSON(_);
        const map = new Map();
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const pair of this.items) {
            let key, value;
            if (identity.isPair(pair)) {
                key = toJS.toJS(pair.key, '', ctx);
                value = toJS.toJS(pair.value, key, ctx);
            }
            else {
                key = toJS.toJS(pair, '', ctx);
            }
            if (map.has(key))
                throw new Error('Ordered maps must not include duplicate keys');
            map.set(key, value);
        }
        return map;
    }
    static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap = new this();
        omap.items = pairs$1.items;
        return omap;
    }
}
YAMLOMap.tag = 'tag:yaml.org,2002:omap';
const omap = {
    collection: 'seq',
    identify: value => value instanceof Map,
    nodeClass: YAMLOMap,
    default: false,
    tag: 'tag:yaml.org,2002:omap',
    resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
            if (identity.isScalar(key)) {
                if (seenKeys.includes(key.value)) {
                    onError(`Ordered maps must not include duplicate keys: ${key.value}`);
                }
                else {
                    seenKeys.push(key.value);
                }
            }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
    },
    createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
};

exports.YAMLOMap = YAMLOMap;
exports.omap = omap;


/***/ }),

/***/ 8385:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLSeq = __nccwpck_require__(2223);

function resolvePairs(seq, onError) {
    if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
            let item = seq.items[i];
            if (identity.isPair(item))
                continue;
            else if (identity.isMap(item)) {
                if (item.items.length > 1)
                    onError('Each pair must have its own sequence indicator');
                const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
                if (item.commentBefore)
                    pair.key.commentBefore = pair.key.commentBefore
                        ? `${item.commentBefore}\n${pair.key.commentBefore}`
                        : item.commentBefore;
                if (item.comment) {
                    const cn = pair.value ?? pair.key;
                    cn.comment = cn.comment
                        ? `${item.comment}\n${cn.comment}`
                        : item.comment;
                }
                item = pair;
            }
            seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
    }
    else
        onError('Expected a sequence for this tag');
    return seq;
}
function createPairs(schema, iterable, ctx) {
    const { replacer } = ctx;
    const pairs = new YAMLSeq.YAMLSeq(schema);
    pairs.tag = 'tag:yaml.org,2002:pairs';
    let i = 0;
    if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
            if (typeof replacer === 'function')
                it = replacer.call(iterable, String(i++), it);
            let key, value;
            if (Array.isArray(it)) {
                if (it.length === 2) {
                    key = it[0];
                    value = it[1];
                }
                else
                    throw new TypeError(`Expected [key, value] tuple: ${it}`);
            }
            else if (it && it instanceof Object) {
                const keys = Object.keys(it);
                if (keys.length === 1) {
                    key = keys[0];
                    value = it[key];
                }
                else {
                    throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
                }
            }
            else {
                key = it;
            }
            pairs.items.push(Pair.createPair(key, value, ctx));
        }
    return pairs;
}
const pairs = {
    collection: 'seq',
    default: false,
    tag: 'tag:yaml.org,2002:pairs',
    resolve: resolvePairs,
    createNode: createPairs
};

exports.createPairs = createPairs;
exports.pairs = pairs;
exports.resolvePairs = resolvePairs;


/***/ }),

/***/ 5913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var binary = __nccwpck_require__(6083);
var bool = __nccwpck_require__(8398);
var float = __nccwpck_require__(5782);
var int = __nccwpck_require__(873);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.trueTag,
    bool.falseTag,
    int.intBin,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float,
    binary.binary,
    merge.merge,
    omap.omap,
    pairs.pairs,
    set.set,
    timestamp.intTime,
    timestamp.floatTime,
    timestamp.timestamp
];

exports.schema = schema;


/***/ }),

/***/ 1528:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);

class YAMLSet extends YAMLMap.YAMLMap {
    constructor(schema) {
        super(schema);
        this.tag = YAMLSet.tag;
    }
    add(key) {
        let pair;
        if (identity.isPair(key))
            pair = key;
        else if (key &&
            typeof key === 'object' &&
            'key' in key &&
            'value' in key &&
            key.value === null)
            pair = new Pair.Pair(key.key, null);
        else
            pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
            this.items.push(pair);
    }
    /**
     * If `keepPair` is `true`, returns the Pair matching `key`.
     * Otherwise, returns the value of that Pair's key.
     */
    get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair)
            ? identity.isScalar(pair.key)
                ? pair.key.value
                : pair.key
            : pair;
    }
    set(key, value) {
        if (typeof value !== 'boolean')
            throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
            this.items.splice(this.items.indexOf(prev), 1);
        }
        else if (!prev && value) {
            this.items.push(new Pair.Pair(key));
        }
    }
    toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        if (this.hasAllNullValues(true))
            return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
            throw new Error('Set items must all have null values');
    }
    static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
            for (let value of iterable) {
                if (typeof replacer === 'function')
                    value = replacer.call(iterable, value, value);
                set.items.push(Pair.createPair(value, null, ctx));
            }
        return set;
    }
}
YAMLSet.tag = 'tag:yaml.org,2002:set';
const set = {
    collection: 'map',
    identify: value => value instanceof Set,
    nodeClass: YAMLSet,
    default: false,
    tag: 'tag:yaml.org,2002:set',
    createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
    resolve(map, onError) {
        if (identity.isMap(map)) {
            if (map.hasAllNullValues(true))
                return Object.assign(new YAMLSet(), map);
            else
                onError('Set items must all have null values');
        }
        else
            onError('Expected a mapping for this tag');
        return map;
    }
};

exports.YAMLSet = YAMLSet;
exports.set = set;


/***/ }),

/***/ 6752:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

/** Internal types handle bigint as number, because TS can't figure it out. */
function parseSexagesimal(str, asBigInt) {
    const sign = str[0];
    const parts = sign === '-' || sign === '+' ? str.substring(1) : str;
    const num = (n) => asBigInt ? BigInt(n) : Number(n);
    const res = parts
        .replace(/_/g, '')
        .split(':')
        .reduce((res, p) => res * num(60) + num(p), num(0));
    return (sign === '-' ? num(-1) * res : res);
}
/**
 * hhhh:mm:ss.sss
 *
 * Internal types handle bigint as number, because TS can't figure it out.
 */
function stringifySexagesimal(node) {
    let { value } = node;
    let num = (n) => n;
    if (typeof value === 'bigint')
        num = n => BigInt(n);
    else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
    let sign = '';
    if (value < 0) {
        sign = '-';
        value *= num(-1);
    }
    const _60 = num(60);
    const parts = [value % _60]; // seconds, including ms
    if (value < 60) {
        parts.unshift(0); // at least one : is required
    }
    else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60); // minutes
        if (value >= 60) {
            value = (value - parts[0]) / _60;
            parts.unshift(value); // hours
        }
    }
    return (sign +
        parts
            .map(n => String(n).padStart(2, '0'))
            .join(':')
            .replace(/000000\d*$/, '') // % 60 may introduce error
    );
}
const intTime = {
    identify: value => typeof value === 'bigint' || Number.isInteger(value),
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
    resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
    stringify: stringifySexagesimal
};
const floatTime = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
    resolve: str => parseSexagesimal(str, false),
    stringify: stringifySexagesimal
};
const timestamp = {
    identify: value => value instanceof Date,
    default: true,
    tag: 'tag:yaml.org,2002:timestamp',
    // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
    // may be omitted altogether, resulting in a date format. In such a case, the time part is
    // assumed to be 00:00:00Z (start of day, UTC).
    test: RegExp('^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})' + // YYYY-Mm-Dd
        '(?:' + // time is optional
        '(?:t|T|[ \\t]+)' + // t | T | whitespace
        '([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)' + // Hh:Mm:Ss(.ss)?
        '(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?' + // Z | +5 | -03:30
        ')?$'),
    resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
            throw new Error('!!timestamp expects a date, starting with yyyy-mm-dd');
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + '00').substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== 'Z') {
            let d = parseSexagesimal(tz, false);
            if (Math.abs(d) < 30)
                d *= 60;
            date -= 60000 * d;
        }
        return new Date(date);
    },
    stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, '') ?? ''
};

exports.floatTime = floatTime;
exports.intTime = intTime;
exports.timestamp = timestamp;


/***/ }),

/***/ 4475:
/***/ ((__unused_webpack_module, exports) => {



const FOLD_FLOW = 'flow';
const FOLD_BLOCK = 'block';
const FOLD_QUOTED = 'quoted';
/**
 * Tries to keep input at up to `lineWidth` characters, splitting only on spaces
 * not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
 * terminated with `\n` and started with `indent`.
 */
function foldFlowLines(text, indent, mode = 'flow', { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
    if (!lineWidth || lineWidth < 0)
        return text;
    if (lineWidth < minContentWidth)
        minContentWidth = 0;
    const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
    if (text.length <= endStep)
        return text;
    const folds = [];
    const escapedFolds = {};
    let end = lineWidth - indent.length;
    if (typeof indentAtStart === 'number') {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
            folds.push(0);
        else
            end = lineWidth - indentAtStart;
    }
    let split = undefined;
    let prev = undefined;
    let overflow = false;
    let i = -1;
    let escStart = -1;
    let escEnd = -1;
    if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
            end = i + endStep;
    }
    for (let ch; (ch = text[(i += 1)]);) {
        if (mode === FOLD_QUOTED && ch === '\\') {
            escStart = i;
            switch (text[i + 1]) {
                case 'x':
                    i += 3;
                    break;
                case 'u':
                    i += 5;
                    break;
                case 'U':
                    i += 9;
                    break;
                default:
                    i += 1;
            }
            escEnd = i;
        }
        if (ch === '\n') {
            if (mode === FOLD_BLOCK)
                i = consumeMoreIndentedLines(text, i, indent.length);
            end = i + indent.length + endStep;
            split = undefined;
        }
        else {
            if (ch === ' ' &&
                prev &&
                prev !== ' ' &&
                prev !== '\n' &&
                prev !== '\t') {
                // space surrounded by non-space can be replaced with newline + indent
                const next = text[i + 1];
                if (next && next !== ' ' && next !== '\n' && next !== '\t')
                    split = i;
            }
            if (i >= end) {
                if (split) {
                    folds.push(split);
                    end = split + endStep;
                    split = undefined;
                }
                else if (mode === FOLD_QUOTED) {
                    // white-space collected at end may stretch past lineWidth
                    while (prev === ' ' || prev === '\t') {
                        prev = ch;
                        ch = text[(i += 1)];
                        overflow = true;
                    }
                    // Account for newline escape, but don't break preceding escape
                    const j = i > escEnd + 1 ? i - 2 : escStart - 1;
                    // Bail out if lineWidth & minContentWidth are shorter than an escape string
                    if (escapedFolds[j])
                        return text;
                    folds.push(j);
                    escapedFolds[j] = true;
                    end = j + endStep;
                    split = undefined;
                }
                else {
                    overflow = true;
                }
            }
        }
        prev = ch;
    }
    if (overflow && onOverflow)
        onOverflow();
    if (folds.length === 0)
        return text;
    if (onFold)
        onFold();
    let res = text.slice(0, folds[0]);
    for (let i = 0; i < folds.length; ++i) {
        const fold = folds[i];
        const end = folds[i + 1] || text.length;
        if (fold === 0)
            res = `\n${indent}${text.slice(0, end)}`;
        else {
            if (mode === FOLD_QUOTED && escapedFolds[fold])
                res += `${text[fold]}\\`;
            res += `\n${indent}${text.slice(fold + 1, end)}`;
        }
    }
    return res;
}
/**
 * Presumes `i + 1` is at the start of a line
 * @returns index of last newline in more-indented block
 */
function consumeMoreIndentedLines(text, i, indent) {
    let end = i;
    let start = i + 1;
    let ch = text[start];
    while (ch === ' ' || ch === '\t') {
        if (i < start + indent) {
            ch = text[++i];
        }
        else {
            do {
                ch = text[++i];
            } while (ch && ch !== '\n');
            end = i;
            start = i + 1;
            ch = text[start];
        }
    }
    return end;
}

exports.FOLD_BLOCK = FOLD_BLOCK;
exports.FOLD_FLOW = FOLD_FLOW;
exports.FOLD_QUOTED = FOLD_QUOTED;
exports.foldFlowLines = foldFlowLines;


/***/ }),

/***/ 2148:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var identity = __nccwpck_require__(1127);
var stringifyComment = __nccwpck_require__(9799);
var stringifyString = __nccwpck_require__(3069);

function createStringifyContext(doc, options) {
    const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: 'PLAIN',
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: 'false',
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: 'null',
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: 'true',
        verifyAliasOrder: true
    }, doc.schema.toStringOptions, options);
    let inFlow;
    switch (opt.collectionStyle) {
        case 'block':
            inFlow = false;
            break;
        case 'flow':
            inFlow = true;
            break;
        default:
            inFlow = null;
    }
    return {
        anchors: new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? ' ' : '',
        indent: '',
        indentStep: typeof opt.indent === 'number' ? ' '.repeat(opt.indent) : '  ',
        inFlow,
        options: opt
    };
}
function getTagObject(tags, item) {
    if (item.tag) {
        const match = tags.filter(t => t.tag === item.tag);
        if (match.length > 0)
            return match.find(t => t.format === item.format) ?? match[0];
    }
    let tagObj = undefined;
    let obj;
    if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter(t => t.identify?.(obj));
        if (match.length > 1) {
            const testMatch = match.filter(t => t.test);
            if (testMatch.length > 0)
                match = testMatch;
        }
        tagObj =
            match.find(t => t.format === item.format) ?? match.find(t => !t.format);
    }
    else {
        obj = item;
        tagObj = tags.find(t => t.nodeClass && obj instanceof t.nodeClass);
    }
    if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? 'null' : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
    }
    return tagObj;
}
// needs to be called before value stringifier to allow for circular anchor refs
function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
    if (!doc.directives)
        return '';
    const props = [];
    const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
    if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
    }
    const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
    if (tag)
        props.push(doc.directives.tagString(tag));
    return props.join(' ');
}
function stringify(item, ctx, onComment, onChompKeep) {
    if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
    if (identity.isAlias(item)) {
        if (ctx.doc.directives)
            return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
            throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        }
        else {
            if (ctx.resolvedAliases)
                ctx.resolvedAliases.add(item);
            else
                ctx.resolvedAliases = new Set([item]);
            item = item.resolve(ctx.doc);
        }
    }
    let tagObj = undefined;
    const node = identity.isNode(item)
        ? item
        : ctx.doc.createNode(item, { onTagObj: o => (tagObj = o) });
    tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
    const props = stringifyProps(node, tagObj, ctx);
    if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
    const str = typeof tagObj.stringify === 'function'
        ? tagObj.stringify(node, ctx, onComment, onChompKeep)
        : identity.isScalar(node)
            ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep)
            : node.toString(ctx, onComment, onChompKeep);
    if (!props)
        return str;
    return identity.isScalar(node) || str[0] === '{' || str[0] === '['
        ? `${props} ${str}`
        : `${props}\n${ctx.indent}${str}`;
}

exports.createStringifyContext = createStringifyContext;
exports.stringify = stringify;


/***/ }),

/***/ 1212:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyCollection(collection, ctx, options) {
    const flow = ctx.inFlow ?? collection.flow;
    const stringify = flow ? stringifyFlowCollection : stringifyBlockCollection;
    return stringify(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
    const { indent, options: { commentString } } = ctx;
    const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
    let chompKeep = false; // flag for the preceding node's status
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (!chompKeep && item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (!chompKeep && ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
            }
        }
        chompKeep = false;
        let str = stringify.stringify(item, itemCtx, () => (comment = null), () => (chompKeep = true));
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        if (chompKeep && comment)
            chompKeep = false;
        lines.push(blockItemPrefix + str);
    }
    let str;
    if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
    }
    else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
            const line = lines[i];
            str += line ? `\n${indent}${line}` : '\n';
        }
    }
    if (comment) {
        str += '\n' + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
            onComment();
    }
    else if (chompKeep && onChompKeep)
        onChompKeep();
    return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
    const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
    itemIndent += indentStep;
    const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
    });
    let reqNewline = false;
    let linesAtValue = 0;
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, false);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, false);
                if (ik.comment)
                    reqNewline = true;
            }
            const iv = identity.isNode(item.value) ? item.value : null;
            if (iv) {
                if (iv.comment)
                    comment = iv.comment;
                if (iv.commentBefore)
                    reqNewline = true;
            }
            else if (item.value == null && ik?.comment) {
                comment = ik.comment;
            }
        }
        if (comment)
            reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => (comment = null));
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes('\n'));
        if (i < items.length - 1) {
            str += ',';
        }
        else if (ctx.options.trailingComma) {
            if (ctx.options.lineWidth > 0) {
                reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) +
                    (str.length + 2) >
                    ctx.options.lineWidth);
            }
            if (reqNewline) {
                str += ',';
            }
        }
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
    }
    const { start, end } = flowChars;
    if (lines.length === 0) {
        return start + end;
    }
    else {
        if (!reqNewline) {
            const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
            reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
            let str = start;
            for (const line of lines)
                str += line ? `\n${indentStep}${indent}${line}` : '\n';
            return `${str}\n${indent}${end}`;
        }
        else {
            return `${start}${fcPadding}${lines.join(' ')}${fcPadding}${end}`;
        }
    }
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
    if (comment && chompKeep)
        comment = comment.replace(/^\n+/, '');
    if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart()); // Avoid double indent on first line
    }
}

exports.stringifyCollection = stringifyCollection;


/***/ }),

/***/ 9799:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringifies a comment.
 *
 * Empty comment lines are left empty,
 * lines consisting of a single space are replaced by `#`,
 * and all other lines are prefixed with a `#`.
 */
const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, '#');
function indentComment(comment, indent) {
    if (/^\n+$/.test(comment))
        return comment.substring(1);
    return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
const lineComment = (str, indent, comment) => str.endsWith('\n')
    ? indentComment(comment, indent)
    : comment.includes('\n')
        ? '\n' + indentComment(comment, indent)
        : (str.endsWith(' ') ? '' : ' ') + comment;

exports.indentComment = indentComment;
exports.lineComment = lineComment;
exports.stringifyComment = stringifyComment;


/***/ }),

/***/ 6829:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyDocument(doc, options) {
    const lines = [];
    let hasDirectives = options.directives === true;
    if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
            lines.push(dir);
            hasDirectives = true;
        }
        else if (doc.directives.docStart)
            hasDirectives = true;
    }
    if (hasDirectives)
        lines.push('---');
    const ctx = stringify.createStringifyContext(doc, options);
    const { commentString } = ctx.options;
    if (doc.commentBefore) {
        if (lines.length !== 1)
            lines.unshift('');
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ''));
    }
    let chompKeep = false;
    let contentComment = null;
    if (doc.contents) {
        if (identity.isNode(doc.contents)) {
            if (doc.contents.spaceBefore && hasDirectives)
                lines.push('');
            if (doc.contents.commentBefore) {
                const cs = commentString(doc.contents.commentBefore);
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            // top-level block scalars need to be indented if followed by a comment
            ctx.forceBlockIndent = !!doc.comment;
            contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? undefined : () => (chompKeep = true);
        let body = stringify.stringify(doc.contents, ctx, () => (contentComment = null), onChompKeep);
        if (contentComment)
            body += stringifyComment.lineComment(body, '', commentString(contentComment));
        if ((body[0] === '|' || body[0] === '>') &&
            lines[lines.length - 1] === '---') {
            // Top-level block scalars with a preceding doc marker ought to use the
            // same line for their header.
            lines[lines.length - 1] = `--- ${body}`;
        }
        else
            lines.push(body);
    }
    else {
        lines.push(stringify.stringify(doc.contents, ctx));
    }
    if (doc.directives?.docEnd) {
        if (doc.comment) {
            const cs = commentString(doc.comment);
            if (cs.includes('\n')) {
                lines.push('...');
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            else {
                lines.push(`... ${cs}`);
            }
        }
        else {
            lines.push('...');
        }
    }
    else {
        let dc = doc.comment;
        if (dc && chompKeep)
            dc = dc.replace(/^\n+/, '');
        if (dc) {
            if ((!chompKeep || contentComment) && lines[lines.length - 1] !== '')
                lines.push('');
            lines.push(stringifyComment.indentComment(commentString(dc), ''));
        }
    }
    return lines.join('\n') + '\n';
}

exports.stringifyDocument = stringifyDocument;


/***/ }),

/***/ 8689:
/***/ ((__unused_webpack_module, exports) => {



function stringifyNumber({ format, minFractionDigits, tag, value }) {
    if (typeof value === 'bigint')
        return String(value);
    const num = typeof value === 'number' ? value : Number(value);
    if (!isFinite(num))
        return isNaN(num) ? '.nan' : num < 0 ? '-.inf' : '.inf';
    let n = Object.is(value, -0) ? '-0' : JSON.stringify(value);
    if (!format &&
        minFractionDigits &&
        (!tag || tag === 'tag:yaml.org,2002:float') &&
        /^-?\d/.test(n) &&
        !n.includes('e')) {
        let i = n.indexOf('.');
        if (i < 0) {
            i = n.length;
            n += '.';
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
            n += '0';
    }
    return n;
}

exports.stringifyNumber = stringifyNumber;


/***/ }),

/***/ 9748:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
    const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
    let keyComment = (identity.isNode(key) && key.comment) || null;
    if (simpleKeys) {
        if (keyComment) {
            throw new Error('With simple keys, key nodes cannot have comments');
        }
        if (identity.isCollection(key) || (!identity.isNode(key) && typeof key === 'object')) {
            const msg = 'With simple keys, collection cannot be used as a key value';
            throw new Error(msg);
        }
    }
    let explicitKey = !simpleKeys &&
        (!key ||
            (keyComment && value == null && !ctx.inFlow) ||
            identity.isCollection(key) ||
            (identity.isScalar(key)
                ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL
                : typeof key === 'object'));
    ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
    });
    let keyCommentDone = false;
    let chompKeep = false;
    let str = stringify.stringify(key, ctx, () => (keyCommentDone = true), () => (chompKeep = true));
    if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
            throw new Error('With simple keys, single line scalar must not span more than 1024 characters');
        explicitKey = true;
    }
    if (ctx.inFlow) {
        if (allNullValues || value == null) {
            if (keyCommentDone && onComment)
                onComment();
            return str === '' ? '?' : explicitKey ? `? ${str}` : str;
        }
    }
    else if ((allNullValues && !simpleKeys) || (value == null && explicitKey)) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        }
        else if (chompKeep && onChompKeep)
            onChompKeep();
        return str;
    }
    if (keyCommentDone)
        keyComment = null;
    if (explicitKey) {
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}\n${indent}:`;
    }
    else {
        str = `${str}:`;
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
    }
    let vsb, vcb, valueComment;
    if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
    }
    else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === 'object')
            value = doc.createNode(value);
    }
    ctx.implicitKey = false;
    if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
    chompKeep = false;
    if (!indentSeq &&
        indentStep.length >= 2 &&
        !ctx.inFlow &&
        !explicitKey &&
        identity.isSeq(value) &&
        !value.flow &&
        !value.tag &&
        !value.anchor) {
        // If indentSeq === false, consider '- ' as part of indentation where possible
        ctx.indent = ctx.indent.substring(2);
    }
    let valueCommentDone = false;
    const valueStr = stringify.stringify(value, ctx, () => (valueCommentDone = true), () => (chompKeep = true));
    let ws = ' ';
    if (keyComment || vsb || vcb) {
        ws = vsb ? '\n' : '';
        if (vcb) {
            const cs = commentString(vcb);
            ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === '' && !ctx.inFlow) {
            if (ws === '\n' && valueComment)
                ws = '\n\n';
        }
        else {
            ws += `\n${ctx.indent}`;
        }
    }
    else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf('\n');
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
            let hasPropsLine = false;
            if (hasNewline && (vs0 === '&' || vs0 === '!')) {
                let sp0 = valueStr.indexOf(' ');
                if (vs0 === '&' &&
                    sp0 !== -1 &&
                    sp0 < nl0 &&
                    valueStr[sp0 + 1] === '!') {
                    sp0 = valueStr.indexOf(' ', sp0 + 1);
                }
                if (sp0 === -1 || nl0 < sp0)
                    hasPropsLine = true;
            }
            if (!hasPropsLine)
                ws = `\n${ctx.indent}`;
        }
    }
    else if (valueStr === '' || valueStr[0] === '\n') {
        ws = '';
    }
    str += ws + valueStr;
    if (ctx.inFlow) {
        if (valueCommentDone && onComment)
            onComment();
    }
    else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
    }
    else if (chompKeep && onChompKeep) {
        onChompKeep();
    }
    return str;
}

exports.stringifyPair = stringifyPair;


/***/ }),

/***/ 3069:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var foldFlowLines = __nccwpck_require__(4475);

const getFoldOptions = (ctx, isBlock) => ({
    indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
    lineWidth: ctx.options.lineWidth,
    minContentWidth: ctx.options.minContentWidth
});
// Also checks for lines starting with %, as parsing the output as YAML 1.1 will
// presume that's starting a new document.
const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
    if (!lineWidth || lineWidth < 0)
        return false;
    const limit = lineWidth - indentLength;
    const strLen = str.length;
    if (strLen <= limit)
        return false;
    for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === '\n') {
            if (i - start > limit)
                return true;
            start = i + 1;
            if (strLen - start <= limit)
                return false;
        }
    }
    return true;
}
function doubleQuotedString(value, ctx) {
    const json = JSON.stringify(value);
    if (ctx.options.doubleQuotedAsJSON)
        return json;
    const { implicitKey } = ctx;
    const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    let str = '';
    let start = 0;
    for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === ' ' && json[i + 1] === '\\' && json[i + 2] === 'n') {
            // space before newline needs to be escaped to not be folded
            str += json.slice(start, i) + '\\ ';
            i += 1;
            start = i;
            ch = '\\';
        }
        if (ch === '\\')
            switch (json[i + 1]) {
                case 'u':
                    {
                        str += json.slice(start, i);
                        const code = json.substr(i + 2, 4);
                        switch (code) {
                            case '0000':
                                str += '\\0';
                                break;
                            case '0007':
                                str += '\\a';
                                break;
                            case '000b':
                                str += '\\v';
                                break;
                            case '001b':
                                str += '\\e';
                                break;
                            case '0085':
                                str += '\\N';
                                break;
                            case '00a0':
                                str += '\\_';
                                break;
                            case '2028':
                                str += '\\L';
                                break;
                            case '2029':
                                str += '\\P';
                                break;
                            default:
                                if (code.substr(0, 2) === '00')
                                    str += '\\x' + code.substr(2);
                                else
                                    str += json.substr(i, 6);
                        }
                        i += 5;
                        start = i + 1;
                    }
                    break;
                case 'n':
                    if (implicitKey ||
                        json[i + 2] === '"' ||
                        json.length < minMultiLineLength) {
                        i += 1;
                    }
                    else {
                        // folding will eat first newline
                        str += json.slice(start, i) + '\n\n';
                        while (json[i + 2] === '\\' &&
                            json[i + 3] === 'n' &&
                            json[i + 4] !== '"') {
                            str += '\n';
                            i += 2;
                        }
                        str += indent;
                        // space after newline needs to be escaped to not be folded
                        if (json[i + 2] === ' ')
                            str += '\\';
                        i += 1;
                        start = i + 1;
                    }
                    break;
                default:
                    i += 1;
            }
    }
    str = start ? str + json.slice(start) : json;
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
    if (ctx.options.singleQuote === false ||
        (ctx.implicitKey && value.includes('\n')) ||
        /[ \t]\n|\n[ \t]/.test(value) // single quoted string can't have leading or trailing whitespace around newline
    )
        return doubleQuotedString(value, ctx);
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
    return ctx.implicitKey
        ? res
        : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
    const { singleQuote } = ctx.options;
    let qs;
    if (singleQuote === false)
        qs = doubleQuotedString;
    else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
            qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
            qs = doubleQuotedString;
        else
            qs = singleQuote ? singleQuotedString : doubleQuotedString;
    }
    return qs(value, ctx);
}
// The negative lookbehind avoids a polynomial search,
// but isn't supported yet on Safari: https://caniuse.com/js-regexp-lookbehind
let blockEndNewlines;
try {
    blockEndNewlines = new RegExp('(^|(?<!\n))\n+(?!\n|$)', 'g');
}
catch {
    blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
    const { blockQuote, commentString, lineWidth } = ctx.options;
    // 1. Block can't end in whitespace unless the last line is non-empty.
    // 2. Strings consisting of only whitespace are best rendered explicitly.
    if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
    }
    const indent = ctx.indent ||
        (ctx.forceBlockIndent || containsDocumentMarker(value) ? '  ' : '');
    const literal = blockQuote === 'literal'
        ? true
        : blockQuote === 'folded' || type === Scalar.Scalar.BLOCK_FOLDED
            ? false
            : type === Scalar.Scalar.BLOCK_LITERAL
                ? true
                : !lineLengthOverLimit(value, lineWidth, indent.length);
    if (!value)
        return literal ? '|\n' : '>\n';
    // determine chomping from whitespace at value end
    let chomp;
    let endStart;
    for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== '\n' && ch !== '\t' && ch !== ' ')
            break;
    }
    let end = value.substring(endStart);
    const endNlPos = end.indexOf('\n');
    if (endNlPos === -1) {
        chomp = '-'; // strip
    }
    else if (value === end || endNlPos !== end.length - 1) {
        chomp = '+'; // keep
        if (onChompKeep)
            onChompKeep();
    }
    else {
        chomp = ''; // clip
    }
    if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === '\n')
            end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
    }
    // determine indent indicator from whitespace at value start
    let startWithSpace = false;
    let startEnd;
    let startNlPos = -1;
    for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === ' ')
            startWithSpace = true;
        else if (ch === '\n')
            startNlPos = startEnd;
        else
            break;
    }
    let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
    if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
    }
    const indentSize = indent ? '2' : '1'; // root is at -1
    // Leading | or > is added later
    let header = (startWithSpace ? indentSize : '') + chomp;
    if (comment) {
        header += ' ' + commentString(comment.replace(/ ?[\r\n]+/g, ' '));
        if (onComment)
            onComment();
    }
    if (!literal) {
        const foldedValue = value
            .replace(/\n+/g, '\n$&')
            .replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, '$1$2') // more-indented lines aren't folded
            //                ^ more-ind. ^ empty     ^ capture next empty lines only at end of indent
            .replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== 'folded' && type !== Scalar.Scalar.BLOCK_FOLDED) {
            foldOptions.onOverflow = () => {
                literalFallback = true;
            };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
            return `>${header}\n${indent}${body}`;
    }
    value = value.replace(/\n+/g, `$&${indent}`);
    return `|${header}\n${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
    const { type, value } = item;
    const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
    if ((implicitKey && value.includes('\n')) ||
        (inFlow && /[[\]{},]/.test(value))) {
        return quotedString(value, ctx);
    }
    if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        // not allowed:
        // - '-' or '?'
        // - start with an indicator character (except [?:-]) or /[?-] /
        // - '\n ', ': ' or ' \n' anywhere
        // - '#' not preceded by a non-space char
        // - end with ' ' or ':'
        return implicitKey || inFlow || !value.includes('\n')
            ? quotedString(value, ctx)
            : blockString(item, ctx, onComment, onChompKeep);
    }
    if (!implicitKey &&
        !inFlow &&
        type !== Scalar.Scalar.PLAIN &&
        value.includes('\n')) {
        // Where allowed & type not set explicitly, prefer block style for multiline strings
        return blockString(item, ctx, onComment, onChompKeep);
    }
    if (containsDocumentMarker(value)) {
        if (indent === '') {
            ctx.forceBlockIndent = true;
            return blockString(item, ctx, onComment, onChompKeep);
        }
        else if (implicitKey && indent === indentStep) {
            return quotedString(value, ctx);
        }
    }
    const str = value.replace(/\n+/g, `$&\n${indent}`);
    // Verify that output will be parsed as a string, as e.g. plain numbers and
    // booleans get parsed with those types in v1.2 (e.g. '42', 'true' & '0.9e-3'),
    // and others in v1.1.
    if (actualString) {
        const test = (tag) => tag.default && tag.tag !== 'tag:yaml.org,2002:str' && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
            return quotedString(value, ctx);
    }
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
    const { implicitKey, inFlow } = ctx;
    const ss = typeof item.value === 'string'
        ? item
        : Object.assign({}, item, { value: String(item.value) });
    let { type } = item;
    if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        // force double quotes on control characters & unpaired surrogates
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
            type = Scalar.Scalar.QUOTE_DOUBLE;
    }
    const _stringify = (_type) => {
        switch (_type) {
            case Scalar.Scalar.BLOCK_FOLDED:
            case Scalar.Scalar.BLOCK_LITERAL:
                return implicitKey || inFlow
                    ? quotedString(ss.value, ctx) // blocks are not valid inside flow containers
                    : blockString(ss, ctx, onComment, onChompKeep);
            case Scalar.Scalar.QUOTE_DOUBLE:
                return doubleQuotedString(ss.value, ctx);
            case Scalar.Scalar.QUOTE_SINGLE:
                return singleQuotedString(ss.value, ctx);
            case Scalar.Scalar.PLAIN:
                return plainString(ss, ctx, onComment, onChompKeep);
            default:
                return null;
        }
    };
    let res = _stringify(type);
    if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = (implicitKey && defaultKeyType) || defaultStringType;
        res = _stringify(t);
        if (res === null)
            throw new Error(`Unsupported default string type ${t}`);
    }
    return res;
}

exports.stringifyString = stringifyString;


/***/ }),

/***/ 204:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove node');
/**
 * Apply a visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
function visit(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        visit_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current node */
visit.SKIP = SKIP;
/** Remove the current node */
visit.REMOVE = REMOVE;
function visit_(key, node, visitor, path) {
    const ctrl = callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = visit_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = visit_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = visit_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
/**
 * Apply an async visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `Promise`: Must resolve to one of the following values
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
async function visitAsync(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visitAsync.BREAK = BREAK;
/** Do not visit the children of the current node */
visitAsync.SKIP = SKIP;
/** Remove the current node */
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path) {
    const ctrl = await callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = await visitAsync_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = await visitAsync_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = await visitAsync_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
function initVisitor(visitor) {
    if (typeof visitor === 'object' &&
        (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
            Alias: visitor.Node,
            Map: visitor.Node,
            Scalar: visitor.Node,
            Seq: visitor.Node
        }, visitor.Value && {
            Map: visitor.Value,
            Scalar: visitor.Value,
            Seq: visitor.Value
        }, visitor.Collection && {
            Map: visitor.Collection,
            Seq: visitor.Collection
        }, visitor);
    }
    return visitor;
}
function callVisitor(key, node, visitor, path) {
    if (typeof visitor === 'function')
        return visitor(key, node, path);
    if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
    if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
    if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
    if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
    if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
    return undefined;
}
function replaceNode(key, path, node) {
    const parent = path[path.length - 1];
    if (identity.isCollection(parent)) {
        parent.items[key] = node;
    }
    else if (identity.isPair(parent)) {
        if (key === 'key')
            parent.key = node;
        else
            parent.value = node;
    }
    else if (identity.isDocument(parent)) {
        parent.contents = node;
    }
    else {
        const pt = identity.isAlias(parent) ? 'alias' : 'scalar';
        throw new Error(`Cannot replace node with ${pt} parent`);
    }
}

exports.visit = visit;
exports.visitAsync = visitAsync;


/***/ }),

/***/ 5107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  M: () => (/* binding */ runMainJob)
});

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
;// CONCATENATED MODULE: ./lib/visible.js
/**
 * Characters that a reader cannot see or that change what the reader sees: control and format characters
 * (bidi overrides, zero-width characters, tags), line and paragraph separators, lone surrogates, blank
 * "letters" and variation selectors.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const NAMED = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
function visible_visible(text, keep = '') {
    return text.replace(HIDDEN, (character, offset) => {
        if (keep.includes(character) || belongsToEmoji(character, text.slice(Math.max(0, offset - 2), offset))) {
            return character;
        }
        return NAMED[character] ?? escapeSequence(character);
    });
}
/** How much of a value stands in a sentence. */
const VALUE_LENGTH = 1_000;
/** A line from a literal of ours and values, which are made visible, and cut when they are very long. */
function plain(literal, ...values) {
    const shown = values.map((value) => visible_visible(shorten(String(value), VALUE_LENGTH)));
    return String.raw({ raw: literal }, ...shown);
}
/** Lines that are shown in one, such as the columns of a table, from a literal of ours. */
function paint(literal, ...values) {
    return String.raw({ raw: literal }, ...values);
}
/** Joins lines with a separator of ours. */
function joined(lines, separator) {
    return lines.join(separator);
}
/** A text of several lines, each made visible. */
function visibleLines(text) {
    return text.split('\n').map((each) => visible_visible(each));
}
/** Whole lines, each with its end. */
function linesOf(lines) {
    return lines.map((each) => `${each}\n`).join('');
}
/** The same in the colour of this code (ECMA-48, SGR). */
function coloured(text, code) {
    return (text === '' ? text : `\u001b[${code}m${text}\u001b[0m`);
}
/**
 * The runner takes a line that begins with `::` as a command, and one that holds `##[` anywhere (actions/runner,
 * ActionCommand.cs). An invisible character between the signs is enough to stop that.
 *
 * @param text one or more lines, as the runner takes them apart: .NET's StreamReader ends one at \n, \r and \r\n
 */
function inert(text) {
    return text
        .split(/(\r\n|\r|\n)/)
        .map((line, index) => (index % 2 === 1 ? line : inertLine(line)))
        .join('');
}
/**
 * What a terminal tool writes, which may run in a workflow's step as well: there the runner reads its lines. `##[`
 * becomes `##\u005b`, which JSON reads as the same, and a `::` at the start of a line `\u003a:`. So do the openings
 * of commands in Azure Pipelines (`##vso[`) and TeamCity (`##teamcity[`).
 *
 * @param commands whether lines that begin with `::` are ours, and meant
 */
function inertOutput(text, commands = false) {
    const told = text.includes('##') ? text.replace(OPENING, '$1\\u005b') : text;
    if (commands || !told.includes('::'))
        return told;
    return told
        .split(/(\r\n|\r|\n)/)
        .map((line, index) => {
        const start = index % 2 === 1 ? -1 : line.search(NO_WHITE_SPACE);
        const isCommand = start !== -1 && line.startsWith('::', start);
        return isCommand ? `${line.slice(0, start)}\\u003a:${line.slice(start + 2)}` : line;
    })
        .join('');
}
/** What .NET's TrimStart takes away (Char.IsWhiteSpace); JavaScript's \s lacks U+0085. */
const NO_WHITE_SPACE = /[^\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const BREAK = '\u200b';
/** Of a command within a line: GitHub's older form, Azure Pipelines', TeamCity's. */
const OPENING = /(##(?:vso|teamcity)?)\[/g;
function inertLine(line) {
    const start = line.search(NO_WHITE_SPACE);
    const isCommand = start !== -1 && line.startsWith('::', start);
    const told = isCommand ? `${line.slice(0, start + 1)}${BREAK}${line.slice(start + 1)}` : line;
    return told.replace(OPENING, `$1${BREAK}[`);
}
/** JSON of a value, with all that cannot be seen escaped; it gives the same value when it is read. */
function visibleJson(value, indent) {
    const text = JSON.stringify(value, null, indent);
    return text.replace(HIDDEN, (character) => character === '\n' ? character : jsonEscape(character));
}
function jsonEscape(character) {
    return Array.from({ length: character.length }, (_, unit) => {
        return `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`;
    }).join('');
}
function shorten(text, most) {
    if (text.length <= most)
        return text;
    const characters = Array.from(text.slice(0, most * 2 + 2));
    if (characters.length <= most)
        return text;
    return `${characters.slice(0, most - 1).join('')}\u2026`;
}
/** As shorten, but what is cut out is the middle: of a comparison both the subject and the value stay. */
function shortenMiddle(text, most) {
    const characters = Array.from(text.slice(0, 10_000));
    if (characters.length <= most)
        return text;
    const tail = Math.floor((most - 1) / 2);
    return `${characters.slice(0, most - 1 - tail).join('')}\u2026${characters.slice(-tail).join('')}`;
}
/**
 * Two different texts, each shortened to about `most` characters such that the first difference stays in
 * view.
 */
function shortenPair(old, now, most) {
    const common = commonPrefix(old, now);
    const lead = Math.floor(most / 3);
    if (common <= lead || (old.length <= most && now.length <= most)) {
        return [shorten(old, most), shorten(now, most)];
    }
    const from = common - lead;
    return [`\u2026${shorten(old.slice(from), most - 1)}`, `\u2026${shorten(now.slice(from), most - 1)}`];
}
function belongsToEmoji(character, before) {
    if (character === '\ufe0f')
        return /\p{Extended_Pictographic}$/u.test(before);
    return character === '\u200d' && /(?:\p{Extended_Pictographic}|\p{EMod})\ufe0f?$/u.test(before);
}
function escapeSequence(character) {
    const hex = (character.codePointAt(0) ?? 0).toString(16);
    return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}
function commonPrefix(a, b) {
    let length = 0;
    while (length < a.length && length < b.length && a[length] === b[length])
        length += 1;
    return length;
}

;// CONCATENATED MODULE: ./lib/errors.js

/** Why a step failed, as the `failure-reason` output names it. */
const FAILURE_REASONS = (/* unused pure expression or super */ null && ([
    'invalid-bundles',
    'invalid-inputs',
    'credentials-missing',
    'credentials-rejected',
    'registry-unavailable',
    'registry-unexpected',
    'ambiguous-bundle',
    'plan-missing',
    'plan-changed',
    'live-changed',
    'too-many-deletes',
    'upload-needs-api-token',
    'apply-failed',
    'cancelled',
    'drift',
    'tests-failed',
    'wrong-checkout',
    'incomplete-checkout',
    'stale-commit',
    'not-merged',
    'internal'
]));
/**
 * Something that the person who runs the action can mend. Everything else that is thrown is a bug and is
 * shown with its stack.
 *
 * @param reason  what the `failure-reason` output says
 * @param message what is wrong, and where, in one sentence
 * @param hint    what to do about it
 */
class UserError extends Error {
    reason;
    name = 'UserError';
    hint;
    constructor(reason, message, hint, options) {
        super(bounded(message), options);
        this.reason = reason;
        this.hint = bounded(hint);
    }
}
/** The message of anything that was thrown, on one line. */
function messageOf(error) {
    return bounded(error instanceof Error ? error.message : String(error));
}
/** Where in the program something was thrown, one line a call; what was thrown is left out. */
function stackOf(error) {
    if (!(error instanceof Error))
        return [];
    const lines = (error.stack ?? '').slice(0, LONGEST_STACK).split('\n');
    return lines.filter((line) => /^ {4}at /.test(line)).map((line) => visible(line));
}
const LONGEST_MESSAGE = 4_000;
const LONGEST_STACK = 20_000;
function bounded(text) {
    return visible_visible(shorten(text, LONGEST_MESSAGE));
}

;// CONCATENATED MODULE: ./lib/emulator/answers.js
function json(status, value) {
    return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}
function answers_text(status, body) {
    return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}
const noContent = { status: 204, headers: {}, body: '' };
/** An upload and an installation say nothing but 200. */
const ok = { status: 200, headers: {}, body: '' };
/**
 * The documented errors, with the contradictions of the API reference: the message of a 400 is
 * "Unauthorized", and the inner status of a 404 is "400".
 */
function badRequest(detail) {
    return error(400, '1010', '400', detail, 'Unauthorized');
}
function unauthorized(detail) {
    return error(401, '1001', '401', detail, 'Unauthorized');
}
function missing(detail) {
    return error(404, '1020', '400', detail, 'Missing Resource');
}
function serverError(detail) {
    return error(500, '1050', '500', detail, 'Server Error');
}
/** A path that is none of the registry's: the general API error of a Zendesk account. */
const invalidEndpoint = json(404, { error: 'InvalidEndpoint', description: 'Not found' });
/** The general API's answer to somebody who may not do this. */
const forbidden = json(403, {
    error: 'Forbidden',
    description: 'You do not have access to this page.'
});
function error(status, code, inner, detail, message) {
    return json(status, { errors: [{ code, detail, status: inner }], message });
}

;// CONCATENATED MODULE: ./lib/emulator/auth.js

/** Public values for demos and tests: they open nothing but an emulator. */
const DEMO_CREDENTIALS = [
    { kind: 'api-token', email: 'admin@example.com', apiToken: 'demo-api-token' },
    { kind: 'oauth', oauthToken: 'demo-oauth-token' },
    { kind: 'oauth-client', clientId: 'demo-client', clientSecret: 'demo-client-secret' }
];
/** The refusal that a request to the registry meets; null when it may pass. */
function refuse(visitors, access) {
    const { authorization = '', integration, oauth, anyClient, writes } = access;
    if (!oauth && /^bearer /i.test(authorization)) {
        return answers_text(401, 'Authorization failed due to OAuth being disabled for this API request');
    }
    const caller = callerOf(visitors, authorization);
    if (caller === null)
        return unauthorized('Authentication failed');
    if (caller.by !== 'token')
        return caller.admin ? null : json(403, { message: 'Only admin user is allowed' });
    const foreign = caller.integration !== null && caller.integration !== integration;
    if (foreign || (caller.ofAnyClient && !anyClient)) {
        return unauthorized('Authorization failed due to integration mismatch');
    }
    if (!caller.admin)
        return json(403, { message: 'Only admin user is allowed' });
    return allows(caller, writes, 'zis') ? null : missingScope(writes);
}
/** The refusal that a request to the account's own API meets; null when it may pass. */
function refuseAtAccount(visitors, { authorization = '', writes }) {
    const caller = callerOf(visitors, authorization);
    if (caller === null || caller.integration !== null)
        return json(401, { error: "Couldn't authenticate you" });
    if (!caller.admin)
        return forbidden;
    return caller.by !== 'token' || allows(caller, writes, 'oauth') ? null : missingScope(writes);
}
function allows({ scopes }, writes, resource) {
    const scope = writes ? 'write' : 'read';
    return scopes.includes(scope) || scopes.includes(`${resource}:${scope}`);
}
function missingScope(writes) {
    const description = `You are missing the following required scopes: ${writes ? 'write' : 'read'}`;
    return json(403, { error: 'Forbidden', description });
}
function callerOf({ accepted, tokens, passwords, date }, authorization) {
    const header = normalised(authorization);
    const issued = tokens.callerOf(header.replace(/^bearer /, ''));
    if (issued !== null)
        return issued;
    const who = accepted.find((credentials) => headerOf(credentials) === header);
    if (who === undefined || who.kind === 'oauth-client')
        return null;
    if (who.kind === 'password' && !passwords)
        return null;
    if (who.kind === 'api-token' && !tokens.isActive(who.apiToken, date))
        return null;
    return {
        by: who.kind === 'oauth' ? 'token' : who.kind,
        admin: who.kind === 'oauth' || who.admin !== false,
        integration: who.kind === 'oauth' ? (who.integration ?? null) : null,
        ofAnyClient: false,
        scopes: ['read', 'write']
    };
}
/** null for a client, which sends no requests but for tokens. */
function headerOf(credentials) {
    switch (credentials.kind) {
        case 'api-token':
            return basic(`${credentials.email}/token:${credentials.apiToken}`);
        case 'password':
            return basic(`${credentials.email}:${credentials.password}`);
        case 'oauth':
            return `bearer ${credentials.oauthToken}`;
        case 'oauth-client':
            return null;
    }
}
function basic(pair) {
    return `basic ${Buffer.from(pair, 'utf8').toString('base64')}`;
}
/** The scheme's name may be in any letter case (RFC 9110). */
function normalised(authorization) {
    return authorization.replace(/^[a-z]+ /i, (scheme) => scheme.toLowerCase());
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./lib/emulator/pages.js

const DEFAULT_SIZE = 20;
const LARGEST_SIZE = 100;
/**
 * One page of a list: 20 entries unless `page[size]` asks for others, 100 at most. Cursors are texts that
 * mean nothing to the caller, and `meta.after` is set on the last page too, as in the live registry.
 *
 * @param key     the property that holds the entries
 * @param entries in the order of their sequence numbers
 */
function page(key, entries, query, show) {
    const size = sizeIn(query);
    const [after, before] = [cursorIn(query, 'page[after]'), cursorIn(query, 'page[before]')];
    if (size === null)
        return badRequest('page[size] must be a positive integer');
    if (after === null || before === null)
        return badRequest('invalid cursor');
    const candidates = entries.filter(({ sequence }) => sequence > (after ?? -Infinity) && sequence < (before ?? Infinity));
    const backwards = before !== undefined && after === undefined;
    const shown = backwards ? candidates.slice(-size) : candidates.slice(0, size);
    const meta = {
        after: cursorOf(shown.at(-1)),
        before: cursorOf(shown.at(0)),
        has_more: candidates.length > shown.length
    };
    return json(200, { [key]: shown.map(show), meta });
}
function sizeIn(query) {
    const text = query.get('page[size]') ?? '';
    if (text === '')
        return DEFAULT_SIZE;
    const size = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    return size === 0 ? null : Math.min(size, LARGEST_SIZE);
}
/** Counts in sequence numbers, so that it holds when its entry is deleted meanwhile. */
function cursorOf(entry) {
    return entry === undefined ? '' : Buffer.from(`entry:${entry.sequence}`).toString('base64url');
}
/** undefined for no cursor, null for one that the emulator did not give. */
function cursorIn(query, name) {
    const text = query.get(name) ?? '';
    if (text === '')
        return undefined;
    const match = /^entry:(\d+)$/.exec(Buffer.from(text, 'base64url').toString('utf8'));
    return match === null ? null : Number(match[1]);
}

;// CONCATENATED MODULE: ./lib/bundle/objects.js
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The value where it is an object, else an empty one: for looking into JSON of any shape. */
function objectOf(value) {
    return isObject(value) ? value : {};
}
/** An own property; undefined for a key that only the prototype has. */
function own(object, key) {
    return object && Object.hasOwn(object, key) ? object[key] : undefined;
}
/** Sets an own property, of the name `__proto__` too. */
function setOwn(object, name, value) {
    if (name === '__proto__') {
        Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
    }
    else {
        object[name] = value;
    }
}

;// CONCATENATED MODULE: ./lib/emulator/validate.js

/** The only template version there is (Bundles API reference, zis_template_version). */
const TEMPLATE_VERSION = '2019-10-14';
// What ZIS takes, stated here on its own: a stand-in that shared these with the checker would agree with its
// mistakes. Sources: Bundles API reference; the type list from its sample and the custom action guide.
const INTEGRATION_KEY = /^[a-z0-9_-]{1,64}$/;
const RESOURCE_TYPES = ['ZIS::Flow', 'ZIS::JobSpec', 'ZIS::Action::Http'];
function isIntegrationKey(key) {
    return INTEGRATION_KEY.test(key);
}
/** Why an upload is refused, in the registry's words where they are known. */
class Invalid extends Error {
}
/**
 * Checks an upload as far as the live registry is known to: envelope, resource types and names, comparisons
 * of Choice states, and names used twice. Cross-references are not checked, there as here.
 *
 * @param others the other registered bundles of the integration
 * @throws Invalid
 */
function checkUpload(body, others) {
    if (!isObject(body))
        throw new Invalid('bundle must be a JSON object');
    const { name, zis_template_version: version, resources } = body;
    if (typeof name !== 'string' || name.trim() === '')
        throw new Invalid('name is required');
    if (version !== TEMPLATE_VERSION)
        throw new Invalid(`zis_template_version must be "${TEMPLATE_VERSION}"`);
    if (!isObject(resources) || Object.keys(resources).length === 0)
        throw new Invalid('resources is required');
    for (const [key, resource] of Object.entries(resources))
        checkResource(key, resource);
    checkNames(body, others.filter((other) => other.name !== name));
    return { name, content: body };
}
/** `type` and `properties.name` of every sound resource. */
function resourcesIn(content) {
    const resources = isObject(content.resources) ? Object.values(content.resources) : [];
    return resources.flatMap((resource) => {
        const { type = null, properties } = isObject(resource) ? resource : {};
        if (!isObject(properties) || typeof properties.name !== 'string')
            return [];
        return [{ type, name: properties.name, properties }];
    });
}
function checkResource(key, resource) {
    if (!isObject(resource))
        throw new Invalid(`resource ${key} must be an object`);
    const { type = null, properties } = resource;
    if (!RESOURCE_TYPES.includes(type))
        throw new Invalid(`resource ${key} has an unknown type`);
    if (!isObject(properties))
        throw new Invalid(`resource ${key}: properties is required`);
    const { name, definition } = properties;
    if (typeof name !== 'string' || name.trim() === '')
        throw new Invalid(`resource ${key}: name is required`);
    if (type === 'ZIS::Flow' && comparesByPattern(definition)) {
        throw new Invalid(`BundleValidationError: resource ${key}: And is required`);
    }
}
function checkNames(content, others) {
    const seen = new Set();
    const all = [...others.map((other) => other.content), content];
    for (const { type, name } of all.flatMap(resourcesIn)) {
        const id = JSON.stringify([type, name]);
        if (seen.has(id))
            throw new Invalid('Bundle contains duplicated resources');
        seen.add(id);
    }
}
/**
 * Whether any Choice of the flow uses StringMatches, the one operator that is known to be refused. The
 * registry's message names neither the operator nor the state.
 */
function comparesByPattern(definition) {
    const scopes = [definition];
    for (let scope = scopes.pop(); scope !== undefined; scope = scopes.pop()) {
        const states = isObject(scope) && isObject(scope.States) ? Object.values(scope.States) : [];
        for (const state of states.filter(isObject)) {
            scopes.push(state.Iterator);
            if (state.Type === 'Choice' && someRule(state.Choices, (rule) => rule.StringMatches !== undefined))
                return true;
        }
    }
    return false;
}
/** Goes through the rules of a Choice and those inside And, Or and Not. */
function someRule(choices, test) {
    const open = [choices];
    while (open.length > 0) {
        const rule = open.pop();
        if (Array.isArray(rule)) {
            for (const inner of rule)
                open.push(inner);
        }
        else if (isObject(rule)) {
            if (test(rule))
                return true;
            open.push(rule.And, rule.Or, rule.Not);
        }
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/emulator/job-specs.js




function listJobSpecs(state, integration, query) {
    const specs = state.jobSpecs.filter((spec) => spec.integration === integration);
    return page('job_specs', specs, query, listed);
}
/**
 * Starts the events of a spec that a registered bundle declares.
 *
 * @param known what the installation knows to be registered, which may be older than the store
 */
function installJobSpec(store, known, qualifiedName) {
    const isDeclared = (found) => found !== undefined && found.bundleUuid !== null;
    const spec = find(store.state, qualifiedName);
    if (!isDeclared(spec) || !isDeclared(find(known, qualifiedName))) {
        return badRequest('one or more requested job specs is invalid');
    }
    store.commit(replace(store.state, spec, { ...spec, installed: true }));
    return ok;
}
/** Stops the events of a spec. One that no bundle declares any more is gone then. */
function uninstallJobSpec(store, qualifiedName) {
    const spec = find(store.state, qualifiedName);
    if (spec === undefined)
        return missing('job spec not found');
    store.commit(replace(store.state, spec, spec.bundleUuid === null ? null : { ...spec, installed: false }));
    return noContent;
}
/** The integration in `zis:{integration}:job_spec:{name}`; null for any other text. */
function integrationIn(qualifiedName) {
    return /^zis:([^:]+):job_spec:./.exec(qualifiedName)?.[1] ?? null;
}
/**
 * The state after an upload: those job specs that the bundle no longer declares stay while they are installed.
 *
 * @param orphan whether those that it declares are uninstalled by it, whatever they were before
 */
function withJobSpecsOf(state, bundle, orphan) {
    const declared = resourcesIn(bundle.content).filter(({ type }) => type === 'ZIS::JobSpec');
    const names = new Set(declared.map(({ name }) => name));
    const before = orphaned(state, bundle.uuid).jobSpecs;
    const isRedeclared = (spec) => spec.integration === bundle.integration && names.has(spec.name);
    let { nextSequence } = state;
    const fresh = declared.map(({ name, properties }) => {
        const old = state.jobSpecs.find((spec) => spec.integration === bundle.integration && spec.name === name);
        return {
            sequence: old?.sequence ?? nextSequence++,
            uuid: old?.uuid ?? (0,external_node_crypto_namespaceObject.randomUUID)(),
            integration: bundle.integration,
            name,
            installed: !orphan && old?.installed === true,
            bundleUuid: bundle.uuid,
            properties
        };
    });
    const jobSpecs = [...before.filter((spec) => !isRedeclared(spec)), ...fresh];
    return { ...state, nextSequence, jobSpecs: jobSpecs.sort((a, b) => a.sequence - b.sequence) };
}
/** The state after a deletion: the bundle's installed specs go on firing until they are uninstalled. */
function withoutBundle(state, uuid) {
    return { ...orphaned(state, uuid), bundles: state.bundles.filter((bundle) => bundle.uuid !== uuid) };
}
/** As the list gives it (the fields of Zendesk's own client). */
function listed({ integration, name, uuid, installed, properties }) {
    const { description = '', event_source = '', event_type = '', flow_name = '' } = properties;
    return { description, event_source, event_type, flow_name, installed, integration, name, uuid };
}
function orphaned(state, bundleUuid) {
    const jobSpecs = state.jobSpecs
        .filter((spec) => spec.bundleUuid !== bundleUuid || spec.installed)
        .map((spec) => (spec.bundleUuid === bundleUuid ? { ...spec, bundleUuid: null } : spec));
    return { ...state, jobSpecs };
}
function find(state, qualifiedName) {
    return state.jobSpecs.find(({ integration, name }) => qualifiedName === `zis:${integration}:job_spec:${name}`);
}
function replace(state, old, next) {
    const jobSpecs = state.jobSpecs.flatMap((spec) => {
        if (spec !== old)
            return [spec];
        return next === null ? [] : [next];
    });
    return { ...state, jobSpecs };
}

;// CONCATENATED MODULE: ./lib/emulator/bundles.js





/** The one account that the emulator is. */
const ACCOUNT_ID = 12345;
function listBundles(state, integration, query) {
    return page('bundles', bundlesOf(state, integration), query, summary);
}
function showBundle(state, integration, uuid) {
    const found = bundlesOf(state, integration).find((bundle) => bundle.uuid === uuid);
    return found === undefined ? missing('bundle not found') : json(200, whole(found));
}
/** Replaces the bundle of the same name, which keeps its uuid and place, or adds one. */
function uploadBundle(store, integration, body, { uniqueNames, orphanJobSpecs }) {
    const registered = bundlesOf(store.state, integration);
    let sound;
    try {
        sound = checkUpload(parse(body), uniqueNames ? registered : []);
    }
    catch (error) {
        if (error instanceof Invalid)
            return badRequest(error.message);
        throw error;
    }
    const { state } = store;
    const old = registered.find(({ name }) => name === sound.name);
    const bundle = {
        sequence: old?.sequence ?? state.nextSequence,
        uuid: old?.uuid ?? (0,external_node_crypto_namespaceObject.randomUUID)(),
        integration,
        ...sound
    };
    const others = state.bundles.filter(({ uuid }) => uuid !== bundle.uuid);
    const bundles = [...others, bundle].sort((a, b) => a.sequence - b.sequence);
    const integrations = [...new Set([...state.integrations, integration])];
    const next = { ...state, integrations, bundles, nextSequence: state.nextSequence + 1 };
    store.commit(withJobSpecsOf(next, bundle, orphanJobSpecs));
    return ok;
}
function deleteBundle(store, integration, uuid) {
    const found = bundlesOf(store.state, integration).find((bundle) => bundle.uuid === uuid);
    if (found === undefined)
        return missing('bundle not found');
    store.commit(withoutBundle(store.state, uuid));
    return noContent;
}
/** As the show endpoint gives it: the uploaded content, its integration, uuid and account set. */
function whole(bundle) {
    const { content, integration, uuid } = bundle;
    return { ...content, integration, uuid, zendesk_account_id: ACCOUNT_ID };
}
/** As the list endpoint gives it: without resources. */
function summary(bundle) {
    return Object.fromEntries(Object.entries(whole(bundle)).filter(([key]) => key !== 'resources'));
}
/** 409 for one that is there already. */
function createIntegration(store, integration) {
    const { state } = store;
    if (state.integrations.includes(integration))
        return json(409, { message: 'integration already exists' });
    store.commit({ ...state, integrations: [...state.integrations, integration] });
    return ok;
}
function bundlesOf(state, integration) {
    return state.bundles.filter((bundle) => bundle.integration === integration);
}
function parse(body) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    }
    catch {
        throw new Invalid('request body is not valid JSON');
    }
}

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
;// CONCATENATED MODULE: external "node:timers/promises"
const external_node_timers_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
;// CONCATENATED MODULE: ./lib/emulator/behaviour.js

const DEFAULT_BEHAVIOUR = {
    uniqueNames: true,
    orphanJobSpecs: true,
    readLagMs: 0,
    installLagMs: 0,
    budget: null,
    encoding: null,
    firewall: null,
    oauthUploads: false,
    anyClient: false,
    passwords: true,
    date: null
};
const LONGEST_LAG = 60_000;
/** What each switch takes, for the message about another value. */
const CHECKS = {
    uniqueNames: [isBoolean, 'true or false'],
    orphanJobSpecs: [isBoolean, 'true or false'],
    readLagMs: [isLag, `a whole number from 0 to ${LONGEST_LAG}`],
    installLagMs: [isLag, `a whole number from 0 to ${LONGEST_LAG}`],
    budget: [
        (value) => value === null || isBudget(value),
        'null, or {requests, perMs, window: "sliding" | "fixed", tell: "retry-after" | "ratelimit-reset" | "nothing"}'
    ],
    encoding: [(value) => value === null || value === 'gzip' || value === 'br', 'null, "gzip" or "br"'],
    firewall: [(value) => value === null || typeof value === 'string', 'null or a text'],
    oauthUploads: [isBoolean, 'true or false'],
    anyClient: [isBoolean, 'true or false'],
    passwords: [isBoolean, 'true or false'],
    date: [(value) => value === null || isDate(value), 'null, or a date such as "2027-04-30"']
};
/**
 * Reads switches as the control interface gets them.
 *
 * @throws an Error that says what a switch takes
 */
function switchesIn(data) {
    if (!isObject(data))
        throw new Error('The switches are an object.');
    for (const [name, value] of Object.entries(data)) {
        const check = Object.entries(CHECKS).find(([known]) => known === name)?.[1];
        if (check === undefined)
            throw new Error(`The switches are ${Object.keys(CHECKS).join(', ')}.`);
        const [takes, words] = check;
        if (!takes(value))
            throw new Error(`${name} is ${words}.`);
    }
    return data;
}
/** Counts the requests of a budget. */
class Meter {
    /** When the requests of the current span were served, the oldest first. */
    served = [];
    /** When the first request of all was served. */
    origin = null;
    /** @returns how many milliseconds are to be waited; 0 when the request is served */
    take(budget, now) {
        const { requests, perMs, window } = budget;
        this.origin ??= now;
        const start = window === 'sliding' ? now - perMs : fixedStart(this.origin, now, perMs);
        this.served = this.served.filter((at) => (window === 'sliding' ? at > start : at >= start));
        if (this.served.length < requests) {
            this.served.push(now);
            return 0;
        }
        return (window === 'sliding' ? (this.served[0] ?? now) : start) + perMs - now;
    }
}
/** When the current one of the spans began that follow one another from the first request on. */
function fixedStart(first, now, perMs) {
    return first + Math.floor((now - first) / perMs) * perMs;
}
function isBoolean(value) {
    return typeof value === 'boolean';
}
function isDate(value) {
    return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
}
function isLag(value) {
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LONGEST_LAG;
}
function isBudget(value) {
    if (!isObject(value))
        return false;
    const { requests, perMs, window, tell } = value;
    const counts = [requests, perMs].every((count) => Number.isInteger(count) && Number(count) > 0);
    const isWindow = window === 'sliding' || window === 'fixed';
    return counts && isWindow && (tell === 'retry-after' || tell === 'ratelimit-reset' || tell === 'nothing');
}

;// CONCATENATED MODULE: ./lib/emulator/control.js




/** Below this path a test that runs the emulator as a process scripts faults and reads what was requested. */
const CONTROL_PATH = '/__emulator/';
/**
 * `POST faults` (one fault script, or an array of them, as JSON; an expression for the path goes into
 * `match.pathPattern`), `DELETE faults`, `POST behaviour` (some switches as a JSON object), `GET behaviour`,
 * `DELETE behaviour`, `GET requests`.
 */
function control(request, service, requests) {
    const { faults } = service;
    switch (`${request.method} ${request.url.pathname.slice(CONTROL_PATH.length)}`) {
        case 'POST faults':
            return carryOut(request.body, (data) => {
                const scripts = (Array.isArray(data) ? data : [data]).map(scriptOf);
                for (const script of scripts)
                    faults.add(script);
            });
        case 'DELETE faults':
            faults.clear();
            return noContent;
        case 'POST behaviour':
            return carryOut(request.body, (data) => {
                service.behave(switchesIn(data));
            });
        case 'GET behaviour':
            return json(200, { ...service.behaviour });
        case 'DELETE behaviour':
            service.behave(DEFAULT_BEHAVIOUR);
            return noContent;
        case 'GET requests':
            return json(200, requests.map((record) => ({ ...record })));
        default:
            return answers_text(404, 'faults (POST, DELETE), behaviour (POST, GET, DELETE) and requests (GET) are what there is here.\n');
    }
}
/** What is asked for as JSON; a fault in it is said. */
function carryOut(body, act) {
    try {
        act(JSON.parse(new TextDecoder().decode(body)));
        return noContent;
    }
    catch (error) {
        return answers_text(400, `${messageOf(error)}\n`);
    }
}
/** Which fields each kind of fault needs, and of which type. */
const REQUIRED = {
    status: { status: 'number' },
    delay: { ms: 'number' },
    reset: { when: 'string' },
    truncate: { bytes: 'number' },
    redirect: { to: 'string' },
    body: { body: 'string' }
};
function scriptOf(data) {
    if (!isObject(data) || !isObject(data.fault))
        throw new Error('A fault script is an object with a fault.');
    const { fault, times, match = {} } = data;
    const kind = Object.keys(REQUIRED).find((known) => known === fault.kind);
    if (kind === undefined)
        throw new Error(`fault.kind is one of ${Object.keys(REQUIRED).join(', ')}.`);
    for (const [field, type] of Object.entries(REQUIRED[kind])) {
        if (typeof fault[field] !== type)
            throw new Error(`A ${kind} fault needs ${field}, a ${type}.`);
    }
    if (times !== undefined && typeof times !== 'number')
        throw new Error('times is a number.');
    if (!isObject(match))
        throw new Error('match is an object.');
    const { pathPattern, ...conditions } = match;
    const path = typeof pathPattern === 'string' ? { path: new RegExp(pathPattern) } : {};
    return { fault: fault, match: { ...conditions, ...path }, ...(times === undefined ? {} : { times }) };
}

;// CONCATENATED MODULE: ./lib/emulator/server.js






/** 413 above this; real bundles are some 10 to 50 KB. */
const LARGEST_BODY = 10 * 1024 * 1024;
/** How many requests are kept for reading back: the oldest go first, so that memory stays bounded. */
const MOST_RECORDS = 10_000;
/** The emulator's HTTP side: reads requests, writes answers and keeps a record. */
class EmulatorServer {
    parts;
    server;
    requests = [];
    inFlight = 0;
    connections = 0;
    numbers = new WeakMap();
    constructor(parts) {
        this.parts = parts;
        this.server = (0,external_node_http_namespaceObject.createServer)((request, response) => {
            this.handle(request, response).catch((error) => {
                parts.log(`internal: ${messageOf(error)}`);
                response.destroy();
            });
        });
    }
    async handle(message, response) {
        const request = await readRequest(message);
        if (request.url.pathname.startsWith(CONTROL_PATH)) {
            write(response, fromThisMachine(message) ? control(request, this.parts.service, this.requests) : FORBIDDEN);
            return;
        }
        const record = this.record(message);
        this.inFlight++;
        try {
            await this.play(request, record, response);
        }
        finally {
            this.inFlight--;
        }
        this.parts.log(`${record.method} ${record.path} ${record.status ?? 'connection broken'}`);
    }
    async play(request, record, response) {
        const { service } = this.parts;
        const { answer, cutAt } = await service.answer(request);
        if (answer === null) {
            response.socket?.resetAndDestroy();
            return;
        }
        record.status = answer.status;
        write(response, answer, { encoding: service.behaviour.encoding, cutAt });
    }
    record(message) {
        const { method = '', url = '', socket } = message;
        const connection = this.numbers.get(socket) ?? ++this.connections;
        this.numbers.set(socket, connection);
        const at = this.parts.clock.now();
        const record = { method, path: url, status: null, at, inFlight: this.inFlight + 1, connection };
        this.requests.push(record);
        if (this.requests.length > MOST_RECORDS)
            this.requests.shift();
        return record;
    }
}
/** Real time; a sleep ends when the emulator closes. */
function realClock(closing) {
    return {
        now: () => Math.round(performance.timeOrigin + performance.now()),
        sleep: async (milliseconds) => {
            await (0,external_node_timers_promises_namespaceObject.setTimeout)(milliseconds, undefined, { signal: closing }).catch(() => undefined);
        }
    };
}
const FORBIDDEN = answers_text(403, 'Only this machine may script the emulator.\n');
function fromThisMachine({ socket }) {
    return /^(?:::1$|(?:::ffff:)?127\.)/.test(socket.remoteAddress ?? '');
}
/** A body over the limit is read to its end and dropped: the client could not read the answer otherwise. */
async function readRequest(message) {
    const chunks = [];
    let size = 0;
    for await (const chunk of message) {
        size += chunk.length;
        if (size <= LARGEST_BODY)
            chunks.push(chunk);
    }
    const { method = '', url = '', headers } = message;
    return {
        method,
        url: new URL(`http://emulator.invalid${url.startsWith('/') ? url : '/'}`),
        authorization: headers.authorization,
        body: Buffer.concat(chunks),
        tooLarge: size > LARGEST_BODY
    };
}
function write(response, { status, headers, body }, { encoding = null, cutAt = null } = {}) {
    if (status === 204) {
        response.writeHead(status, headers).end();
        return;
    }
    const coded = encoding !== null && body !== '';
    const bytes = coded ? compressed(body, encoding) : Buffer.from(body, 'utf8');
    response.writeHead(status, {
        ...headers,
        ...(coded ? { 'content-encoding': encoding } : {}),
        'content-length': bytes.byteLength
    });
    if (cutAt === null)
        response.end(bytes);
    else
        response.write(bytes.subarray(0, cutAt), () => response.destroy());
}
function compressed(body, encoding) {
    return encoding === 'gzip' ? (0,external_node_zlib_namespaceObject.gzipSync)(body) : (0,external_node_zlib_namespaceObject.brotliCompressSync)(body);
}

;// CONCATENATED MODULE: ./lib/emulator/faults.js
/** The scripted faults, in the order in which they were given: the first that is due hits. */
class Faults {
    scripts = [];
    add(script) {
        this.scripts.push({ script, seen: 0, left: script.times ?? 1 });
    }
    clear() {
        this.scripts = [];
    }
    /** The fault for this request, if any. Every script that matches counts it, whether it hits or not. */
    next(method, path) {
        let due = null;
        for (const entry of this.scripts.filter(({ script }) => matches(script.match ?? {}, method, path))) {
            entry.seen++;
            if (due !== null || entry.left < 1 || entry.seen < (entry.script.match?.nth ?? 1))
                continue;
            entry.left--;
            due = entry.script.fault;
        }
        return due;
    }
}
function matches({ method, path }, actualMethod, actualPath) {
    if (method !== undefined && method.toUpperCase() !== actualMethod)
        return false;
    if (path === undefined)
        return true;
    // search ignores the state that an expression with the flag g or y carries along.
    return typeof path === 'string' ? actualPath.startsWith(path) : actualPath.search(path) !== -1;
}

;// CONCATENATED MODULE: ./lib/emulator/oauth.js




const DEFAULT_SECONDS = 30 * 60;
const LEAST_SECONDS = 5 * 60;
const MOST_SECONDS = 48 * 60 * 60;
const SCOPES = ['read', 'write', 'zis:read', 'zis:write', 'oauth:read', 'oauth:write'];
/** `POST /oauth/tokens`: a token for a client that knows its secret. */
function mintToken(tokens, accepted, body) {
    const asked = oauth_parse(body);
    if (asked === null)
        return refusal(400, 'invalid_request', 'The request body is no JSON object.');
    if (asked.grant_type !== 'client_credentials') {
        return refusal(400, 'unsupported_grant_type', 'The authorization grant type is not supported.');
    }
    const client = accepted.find((one) => isClient(one) && one.clientId === asked.client_id);
    if (client?.kind !== 'oauth-client' || client.clientSecret !== asked.client_secret) {
        return refusal(401, 'invalid_client', 'Client authentication failed.');
    }
    if (client.isPublic === true) {
        return refusal(401, 'unauthorized_client', 'The client is not authorized to use this grant type.');
    }
    return tokenFor(client, tokens, asked);
}
function tokenFor(client, tokens, asked) {
    const { scope = 'read write', expires_in: seconds = DEFAULT_SECONDS } = asked;
    const scopes = typeof scope === 'string' ? scope.split(' ').filter(Boolean) : [];
    const allowed = client.scopes ?? SCOPES;
    if (scopes.length === 0 || !scopes.every((one) => allowed.includes(one))) {
        return refusal(400, 'invalid_scope', 'The requested scope is invalid, unknown, or malformed.');
    }
    if (typeof seconds !== 'number' || !(seconds >= LEAST_SECONDS && seconds <= MOST_SECONDS)) {
        return refusal(400, 'invalid_request', `expires_in is from ${LEAST_SECONDS} to ${MOST_SECONDS}.`);
    }
    return json(200, {
        access_token: tokens.issueToClient(client, scopes, seconds),
        token_type: 'bearer',
        scope: scopes.join(' '),
        ...(asked.expires_in === undefined ? {} : { expires_in: seconds })
    });
}
/** `GET /api/v2/oauth/clients.json`: the client that every integration has, `zis_{integration}`. */
function listClients(state, query) {
    return page('clients', clientsOf(state), query, ({ sequence: id, identifier }) => ({
        id,
        identifier,
        name: identifier
    }));
}
/** `POST /api/v2/oauth/tokens`: a token of one of those clients, for its integration alone. */
function makeToken(tokens, state, body) {
    const { client_id: id, scopes } = objectOf(oauth_parse(body)?.token);
    const client = clientsOf(state).find(({ sequence }) => sequence === id);
    if (client === undefined ||
        !Array.isArray(scopes) ||
        !scopes.every((one) => typeof one === 'string' && SCOPES.includes(one))) {
        return json(422, { error: 'RecordInvalid', description: 'Record validation errors' });
    }
    const { token, id: tokenId } = tokens.issueForIntegration(client.integration, scopes.map(String));
    return json(201, { token: { id: tokenId, client_id: client.sequence, scopes, full_token: token } });
}
/** `DELETE /api/v2/oauth/tokens/{id}.json` */
function revokeToken(tokens, id) {
    return tokens.revoke(Number(id))
        ? noContent
        : json(404, { error: 'RecordNotFound', description: 'Not found' });
}
/** In the order of their ids. */
function clientsOf({ integrations, bundles, jobSpecs }) {
    const names = new Set([...integrations, ...[...bundles, ...jobSpecs].map(({ integration }) => integration)]);
    return [...names]
        .map((integration) => ({ sequence: idOf(integration), identifier: `zis_${integration}`, integration }))
        .sort((a, b) => a.sequence - b.sequence);
}
/** Always the same for an integration, with 12 digits at most. */
function idOf(integration) {
    return Number.parseInt((0,external_node_crypto_namespaceObject.createHash)('sha256').update(integration).digest('hex').slice(0, 9), 16);
}
function isClient(credentials) {
    return credentials.kind === 'oauth-client';
}
function refusal(status, error, description) {
    return json(status, { error, error_description: description });
}
function oauth_parse(body) {
    try {
        const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
        return isObject(value) ? value : null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/emulator/routes.js






/** Answers a request as the registry would: who asks, for which integration, for what. */
function serve(world, accepted, request) {
    const { behaviour, tokens } = world;
    const { passwords, date, anyClient, oauthUploads } = behaviour;
    const visitors = { accepted, tokens, passwords, date };
    const answer = serveAccount(world, visitors, request);
    if (answer !== null)
        return answer;
    const match = jobSpecRoute(request) ?? integrationRoute(request);
    if (match === null)
        return invalidEndpoint;
    const { authorization, method } = request;
    const { integration } = match;
    const oauth = match.oauth || oauthUploads;
    return (refuse(visitors, {
        authorization,
        integration,
        oauth,
        anyClient: anyClient || match.anyClient === true,
        writes: method !== 'GET'
    }) ?? (isIntegrationKey(integration) ? match.run(world) : badRequest('invalid integration key')));
}
/** The account's own endpoints, for OAuth clients and tokens; null for any other. */
function serveAccount(world, visitors, request) {
    const { tokens, store } = world;
    const { method, url, body, authorization } = request;
    const endpoint = `${method} ${url.pathname.replace(/\.json$/, '')}`;
    if (endpoint === 'POST /oauth/tokens')
        return mintToken(tokens, visitors.accepted, body);
    const id = /^DELETE \/api\/v2\/oauth\/tokens\/(\d{1,15})$/.exec(endpoint)?.[1];
    const known = ['GET /api/v2/oauth/clients', 'POST /api/v2/oauth/tokens'].includes(endpoint);
    if (!known && id === undefined)
        return null;
    const refusal = refuseAtAccount(visitors, { authorization, writes: method !== 'GET' });
    if (refusal !== null)
        return refusal;
    if (id !== undefined)
        return revokeToken(tokens, id);
    return method === 'GET' ? listClients(store.state, url.searchParams) : makeToken(tokens, store.state, body);
}
const ROOT = '/api/services/zis/registry/';
/** `job_specs/install?job_spec_name=\u2026`, whose integration is in the name. */
function jobSpecRoute({ method, url }) {
    if (url.pathname !== `${ROOT}job_specs/install`)
        return null;
    const name = url.searchParams.get('job_spec_name') ?? '';
    const integration = integrationIn(name);
    const match = (run) => ({
        integration: integration ?? 'unknown',
        oauth: true,
        run: integration === null ? () => badRequest('one or more requested job specs is invalid') : run
    });
    if (method === 'POST')
        return match((world) => installJobSpec(world.store, world.store.seen(world.behaviour.installLagMs), name));
    if (method === 'DELETE')
        return match(({ store }) => uninstallJobSpec(store, name));
    return null;
}
/** `{integration}`, `{integration}/bundles`, `{integration}/bundles/{uuid}` and `{integration}/job_specs`. */
function integrationRoute(request) {
    const segments = decodedSegments(request.url.pathname);
    if (segments === null)
        return null;
    const [integration = '', collection = '', uuid, ...rest] = segments;
    if (rest.length > 0)
        return null;
    const match = (run, oauth = true) => ({ integration, oauth, run });
    const query = request.url.searchParams;
    if (segments.length === 1 && request.method === 'POST') {
        const create = match(({ store }) => createIntegration(store, integration));
        // The client of an integration does not exist before it.
        return { ...create, anyClient: true };
    }
    const endpoint = `${request.method} ${collection}${uuid === undefined ? '' : '/{uuid}'}`;
    switch (endpoint) {
        case 'GET bundles':
            return match((world) => listBundles(readable(world), integration, query));
        case 'POST bundles':
            return match(({ store, behaviour }) => uploadBundle(store, integration, request.body, behaviour), false);
        case 'GET bundles/{uuid}':
            return match((world) => showBundle(readable(world), integration, uuid ?? ''));
        case 'DELETE bundles/{uuid}':
            return match(({ store }) => deleteBundle(store, integration, uuid ?? ''));
        case 'GET job_specs':
            return match((world) => listJobSpecs(readable(world), integration, query));
        default:
            return null;
    }
}
/** What lists and shows see. */
function readable({ store, behaviour }) {
    return store.seen(behaviour.readLagMs);
}
function decodedSegments(pathname) {
    if (!pathname.startsWith(ROOT))
        return null;
    try {
        return pathname.slice(ROOT.length).split('/').map(decodeURIComponent);
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/emulator/tokens.js

/** From this moment on no API token is let in (Zendesk, "Migrating from API tokens to OAuth access tokens"). */
const API_TOKENS_END = Date.parse('2027-04-30');
/** An API token that is not used for so long is deactivated (same source): milliseconds. */
const LONGEST_REST = 30 * 24 * 60 * 60_000;
/** The OAuth tokens that an account has issued, and when its API tokens were last used. In memory only. */
class Tokens {
    now;
    issued = new Map();
    everIssued = [];
    lastUses = new Map();
    /** @param now milliseconds */
    constructor(now) {
        this.now = now;
    }
    /** All tokens that were ever issued, in order. */
    get all() {
        return this.everIssued;
    }
    /** Those that can still be used. */
    get valid() {
        return [...this.issued.keys()].filter((token) => this.callerOf(token) !== null);
    }
    /** A token of a client, which ends after so many seconds. */
    issueToClient({ admin = true }, scopes, seconds) {
        const caller = { by: 'token', admin, integration: null, ofAnyClient: true, scopes };
        return this.issue(caller, this.now() + seconds * 1000).token;
    }
    /** A token of the client of an integration. */
    issueForIntegration(integration, scopes) {
        return this.issue({ by: 'token', admin: true, integration, ofAnyClient: false, scopes }, null);
    }
    /** @returns whether there was one */
    revoke(id) {
        const token = [...this.issued].find(([, issued]) => issued.id === id)?.[0];
        return token !== undefined && this.issued.delete(token);
    }
    /** Ends all of them now. */
    revokeAll() {
        this.issued.clear();
    }
    /** As if nothing had ever been issued or used. */
    forget() {
        this.revokeAll();
        this.everIssued.length = 0;
        this.lastUses.clear();
    }
    /** Whose token it is; null for one that was never issued, is revoked or has ended. */
    callerOf(token) {
        const issued = this.issued.get(token);
        if (issued === undefined || (issued.endsAt !== null && issued.endsAt <= this.now()))
            return null;
        return issued.caller;
    }
    /**
     * Whether an API token may still be used on a date, which counts as a use of it.
     *
     * @param date null where it does not depend on the date
     */
    isActive(apiToken, date) {
        if (date === null)
            return true;
        const today = Date.parse(date);
        const rest = today - (this.lastUses.get(apiToken) ?? today);
        if (today >= API_TOKENS_END || rest > LONGEST_REST)
            return false;
        this.lastUses.set(apiToken, today);
        return true;
    }
    issue(caller, endsAt) {
        // With characters that other encodings write in another way.
        const token = (0,external_node_crypto_namespaceObject.randomBytes)(32).toString('base64');
        const id = this.everIssued.push(token);
        this.issued.set(token, { id, endsAt, caller });
        return { token, id };
    }
}

;// CONCATENATED MODULE: ./lib/emulator/service.js






/** The registry behind HTTP: what becomes of a request, its faults and the registry's behaviour included. */
class Service {
    parts;
    faults = new Faults();
    tokens;
    switches = DEFAULT_BEHAVIOUR;
    meter = new Meter();
    constructor(parts) {
        this.parts = parts;
        this.tokens = new Tokens(() => parts.clock.now());
    }
    get behaviour() {
        return this.switches;
    }
    /** Sets some of the switches. A budget that is set begins anew. */
    behave(switches) {
        this.switches = { ...this.switches, ...switches };
        this.meter = new Meter();
    }
    /** Takes back all faults and switches. */
    calm() {
        this.faults.clear();
        this.behave(DEFAULT_BEHAVIOUR);
    }
    /** Answers a request when its time has come. */
    async answer(request) {
        const refusal = this.refusal(request);
        const fault = this.faults.next(request.method, request.url.pathname + request.url.search);
        const late = lateness(fault);
        await this.wait(this.parts.latencyMs + late.before);
        const broken = fault?.kind === 'reset' ? fault.when : null;
        if (broken === 'before')
            return BROKEN;
        const answer = refusal ?? replacement(fault) ?? this.process(request);
        await this.wait(late.after);
        if (broken === 'after')
            return BROKEN;
        return {
            answer: fault?.kind === 'body' ? withBody(answer, fault) : answer,
            cutAt: fault?.kind === 'truncate' ? fault.bytes : null
        };
    }
    async wait(milliseconds) {
        if (milliseconds > 0)
            await this.parts.clock.sleep(milliseconds);
    }
    /** What a request meets before it comes to the registry: the budget of its account, or a firewall. */
    refusal({ body }) {
        const { budget, firewall } = this.switches;
        const wait = budget === null ? 0 : this.meter.take(budget, this.parts.clock.now());
        if (budget !== null && wait > 0)
            return tooMany(wait, budget.tell);
        const blocked = firewall !== null && body.byteLength > 0 && Buffer.from(body).includes(firewall);
        return blocked ? BLOCKED : null;
    }
    process(request) {
        if (request.tooLarge)
            return json(413, { message: 'Request Entity Too Large' });
        try {
            const { store, credentials } = this.parts;
            return serve({ store, behaviour: this.switches, tokens: this.tokens }, credentials, request);
        }
        catch (error) {
            this.parts.log(`internal: ${messageOf(error)}`);
            return serverError('internal error');
        }
    }
}
const BROKEN = { answer: null, cutAt: null };
/** How many milliseconds later than usual the request is processed, and how many after that it is answered. */
function lateness(fault) {
    if (fault?.kind !== 'delay')
        return { before: 0, after: 0 };
    return fault.when === 'after' ? { before: 0, after: fault.ms } : { before: fault.ms, after: 0 };
}
/** As a web application firewall ahead of an API answers: the API is never asked. */
const BLOCKED = {
    status: 403,
    headers: { 'content-type': 'text/html; charset=UTF-8' },
    body: '<!DOCTYPE html><html><head><title>Attention Required!</title></head><body><h1>Sorry, you have been blocked</h1></body></html>'
};
function tooMany(waitMs, tell) {
    const answer = answers_text(429, 'Too Many Requests');
    if (tell === 'nothing')
        return answer;
    return { ...answer, headers: { ...answer.headers, [tell]: String(Math.ceil(waitMs / 1000)) } };
}
/** The answer of a fault that keeps the request from being processed. */
function replacement(fault) {
    if (fault?.kind === 'redirect')
        return { status: fault.status ?? 302, headers: { location: fault.to }, body: '' };
    if (fault?.kind !== 'status')
        return null;
    const { status, body = '', headers = {}, contentType } = fault;
    return { status, headers: { ...headers, ...typeHeader(contentType) }, body };
}
function withBody(answer, fault) {
    return { ...answer, body: fault.body, headers: { ...answer.headers, ...typeHeader(fault.contentType) } };
}
function typeHeader(contentType) {
    return contentType === undefined ? {} : { 'content-type': contentType };
}

;// CONCATENATED MODULE: ./lib/emulator/state.js
const EMPTY_STATE = { nextSequence: 1, integrations: [], bundles: [], jobSpecs: [] };

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: ./lib/emulator/store.js




/** How long an earlier state can be asked for: milliseconds. */
const LONGEST_MEMORY = 60_000;
/** Holds the state and, where a folder is given, keeps it there. */
class Store {
    current;
    file;
    onChange;
    now;
    /** Earlier states, and until when each was the current one; the oldest first. */
    earlier = [];
    constructor(current, file, onChange, now) {
        this.current = current;
        this.file = file;
        this.onChange = onChange;
        this.now = now;
    }
    /**
     * @param dataDir  made when it is not there; null keeps everything in memory
     * @param onChange called after every commit
     * @param now      milliseconds
     * @throws UserError `invalid-inputs` when the folder's file cannot be read or is not a registry's
     */
    static open(dataDir, onChange = () => undefined, now = () => performance.now()) {
        if (dataDir === null)
            return new Store(EMPTY_STATE, null, onChange, now);
        const file = (0,external_node_path_.join)((0,external_node_path_.resolve)(dataDir), 'registry.json');
        try {
            (0,external_node_fs_namespaceObject.mkdirSync)(dataDir, { recursive: true });
        }
        catch (error) {
            throw unusable(file, `the folder cannot be made (${messageOf(error)})`);
        }
        return new Store(load(file), file, onChange, now);
    }
    get state() {
        return this.current;
    }
    /** The state as it was so many milliseconds ago, 60,000 at most. */
    seen(agoMs) {
        const moment = this.now() - agoMs;
        return this.earlier.find(({ until }) => until > moment)?.state ?? this.current;
    }
    /** The new state is on the disk before anybody sees it. */
    commit(next) {
        if (this.file !== null)
            writeAtomically(this.file, `${JSON.stringify({ version: 1, ...next }, null, 2)}\n`);
        const now = this.now();
        this.earlier.push({ state: this.current, until: now });
        while ((this.earlier[0]?.until ?? now) < now - LONGEST_MEMORY)
            this.earlier.shift();
        this.current = next;
        this.onChange();
    }
}
/** A kill at any moment leaves either the old file or the new one. */
function writeAtomically(file, content) {
    const temporary = `${file}.tmp`;
    const handle = (0,external_node_fs_namespaceObject.openSync)(temporary, 'w', 0o600);
    try {
        (0,external_node_fs_namespaceObject.writeFileSync)(handle, content, 'utf8');
        (0,external_node_fs_namespaceObject.fsyncSync)(handle);
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(handle);
    }
    (0,external_node_fs_namespaceObject.renameSync)(temporary, file);
}
function load(file) {
    let content;
    try {
        content = (0,external_node_fs_namespaceObject.readFileSync)(file, 'utf8');
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return EMPTY_STATE;
        throw unusable(file, `it cannot be read (${messageOf(error)})`);
    }
    let data;
    try {
        data = JSON.parse(content);
    }
    catch {
        throw unusable(file, 'it is not JSON');
    }
    if (!isSaved(data))
        throw unusable(file, 'it is not the data of this emulator');
    const { nextSequence, bundles, jobSpecs } = data;
    // Files of older emulators lack them.
    const integrations = data.integrations ?? bundles.map(({ integration }) => integration);
    return { nextSequence, integrations, bundles, jobSpecs };
}
function isSaved(data) {
    if (typeof data !== 'object' || data === null)
        return false;
    const { version, nextSequence, integrations = [], bundles, jobSpecs } = data;
    const isNames = Array.isArray(integrations) && integrations.every((name) => typeof name === 'string');
    const sound = version === 1 && Number.isSafeInteger(nextSequence) && isNames;
    return sound && isListOf(bundles, 'content') && isListOf(jobSpecs, 'properties');
}
function isListOf(list, objectKey) {
    if (!Array.isArray(list))
        return false;
    return list.every((entry) => {
        if (typeof entry !== 'object' || entry === null)
            return false;
        const { sequence, uuid, integration, name, [objectKey]: object } = entry;
        const texts = [uuid, integration, name].every((text) => typeof text === 'string');
        return texts && Number.isSafeInteger(sequence) && typeof object === 'object' && object !== null;
    });
}
function unusable(file, why) {
    return new UserError('invalid-inputs', `The registry's data in ${file} cannot be used: ${why}.`, 'Mend the file, or move it away to start with an empty registry. It has not been changed.');
}

;// CONCATENATED MODULE: ./lib/emulator/index.js










/**
 * A ZIS Registry on this machine: the bundle and job spec endpoints, and those for OAuth tokens, with the behaviour that is documented or
 * was observed. For demos, tests and trials; it knows one account.
 *
 * @throws UserError `invalid-inputs` when the data cannot be used or the port cannot be opened
 */
async function startRegistryEmulator(options = {}) {
    const { port = 0, host = '127.0.0.1', dataDir = null, latencyMs = 0, credentials = DEMO_CREDENTIALS } = options;
    const closing = new AbortController();
    const { clock = realClock(closing.signal), log = () => undefined } = options;
    const store = Store.open(dataDir, options.onChange, () => clock.now());
    const service = new Service({ store, credentials, latencyMs, clock, log });
    const { server, requests } = new EmulatorServer({ service, clock, log });
    server.listen(port, host);
    try {
        await (0,external_node_events_namespaceObject.once)(server, 'listening');
    }
    catch (error) {
        throw new UserError('invalid-inputs', `The emulator cannot listen on ${host}, port ${port}: ${messageOf(error)}.`, 'Choose another port, or 0 for any free one.');
    }
    return {
        url: urlOf(server.address()),
        requests,
        tokens: service.tokens,
        bundles: () => store.state.bundles.map(whole),
        jobSpecs: () => store.state.jobSpecs.map(listed),
        script: (...scripts) => {
            for (const script of scripts)
                service.faults.add(script);
        },
        behave: (switches) => {
            service.behave(switches);
        },
        reset: () => {
            store.commit(EMPTY_STATE);
            service.calm();
            service.tokens.forget();
            requests.length = 0;
        },
        close: async () => {
            if (closing.signal.aborted)
                return;
            closing.abort();
            const closed = (0,external_node_events_namespaceObject.once)(server, 'close');
            server.close();
            server.closeAllConnections();
            await closed;
        }
    };
}
function urlOf({ address, family, port }) {
    return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/git/objects.js

/** The SHA-1 that git gives a file of these bytes. */
function blobSha(content) {
    return objectSha('blob', content);
}
/** The SHA-1 that git gives a folder of these entries, in whatever order they come. */
function treeSha(entries) {
    return objectSha('tree', Buffer.concat(inGitOrder(entries).map(treeLine)));
}
/** The order in which git keeps a folder's entries. */
function inGitOrder(entries) {
    return [...entries].sort((a, b) => Buffer.compare(sortKey(a), sortKey(b)));
}
/** The SHA-1 that git gives this commit, in UTC. */
function commitSha({ tree, parents, author, committer, message }) {
    const lines = [
        `tree ${tree}`,
        ...parents.map((parent) => `parent ${parent}`),
        `author ${signatureLine(author)}`,
        `committer ${signatureLine(committer)}`,
        '',
        `${message}\n`
    ];
    return objectSha('commit', Buffer.from(lines.join('\n')));
}
function objectSha(type, content) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha1').update(`${type} ${content.byteLength}\0`).update(content).digest('hex');
}
/** Git sorts a folder as if its name ended in a slash. */
function sortKey({ name, mode }) {
    return Buffer.from(mode === '040000' ? `${name}/` : name);
}
function treeLine({ name, mode, sha }) {
    return Buffer.concat([Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`), Buffer.from(sha, 'hex')]);
}
function signatureLine({ name, email, at }) {
    return `${name} <${email}> ${Math.floor(at / 1_000)} +0000`;
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/git/store.js

/** Git's objects in memory, under the SHA-1s that git itself would give them. */
class GitStore {
    blobs = new Map();
    trees = new Map();
    commits = new Map();
    blob(sha) {
        return this.blobs.get(sha) ?? null;
    }
    /** A folder's own entries. */
    tree(sha) {
        return this.trees.get(sha) ?? null;
    }
    commit(sha) {
        return this.commits.get(sha) ?? null;
    }
    /** The commit of this SHA-1, which may be shortened. */
    commitStarting(sha) {
        return (this.commits.get(sha) ?? [...this.commits.values()].find((each) => each.sha.startsWith(sha)) ?? null);
    }
    /** @throws Error when there is no such commit */
    knownCommit(sha) {
        const commit = this.commits.get(sha);
        if (commit === undefined)
            throw new Error(`There is no commit ${sha}.`);
        return commit;
    }
    /** Every entry below a tree, folders included, parents before their children. */
    walk(sha, prefix = '') {
        return (this.trees.get(sha) ?? []).flatMap((entry) => {
            const path = `${prefix}${entry.name}`;
            const below = entry.mode === '040000' ? this.walk(entry.sha, `${path}/`) : [];
            return [{ ...entry, path }, ...below];
        });
    }
    /** Everything but the folders of a commit. */
    filesOf(commit) {
        const entries = this.walk(this.knownCommit(commit).tree).filter(({ mode }) => mode !== '040000');
        return new Map(entries.map(({ path, mode, sha }) => [path, { mode, sha }]));
    }
    writeFiles(files) {
        return new Map(Object.entries(files).map(([path, content]) => [path, this.writeFile(content)]));
    }
    /** Writes the folders that these files need and returns the root's SHA-1. */
    writeTree(files) {
        const folders = new Map();
        const entries = [];
        for (const [path, entry] of files) {
            const slash = path.indexOf('/');
            if (slash < 0) {
                entries.push({ name: path, ...entry });
                continue;
            }
            const folder = path.slice(0, slash);
            const content = folders.get(folder) ?? new Map();
            folders.set(folder, content.set(path.slice(slash + 1), entry));
        }
        for (const [name, content] of folders) {
            entries.push({ name, mode: '040000', sha: this.writeTree(content) });
        }
        const sha = treeSha(entries);
        this.trees.set(sha, inGitOrder(entries));
        return sha;
    }
    writeCommit(content) {
        const sha = commitSha(content);
        this.commits.set(sha, { ...content, sha });
        return sha;
    }
    /** The commit and all that it follows from, itself first, nearest first. */
    ancestors(sha) {
        const found = new Set([sha]);
        for (const each of found) {
            for (const parent of this.commits.get(each)?.parents ?? [])
                found.add(parent);
        }
        return [...found];
    }
    /** The nearest commit that both follow from. */
    mergeBase(a, b) {
        const ofB = new Set(this.ancestors(b));
        return this.ancestors(a).find((sha) => ofB.has(sha)) ?? null;
    }
    /**
     * Merges by whole files: a file that only one side changed is taken from that side.
     * null when both sides changed one file differently.
     */
    merge(ours, theirs) {
        const base = this.mergeBase(ours, theirs);
        const before = base === null ? new Map() : this.filesOf(base);
        const [mine, other] = [this.filesOf(ours), this.filesOf(theirs)];
        const merged = new Map();
        for (const path of new Set([...mine.keys(), ...other.keys()])) {
            const [was, left, right] = [before.get(path), mine.get(path), other.get(path)];
            if (!same(left, was) && !same(right, was) && !same(left, right))
                return null;
            const taken = same(left, was) ? right : left;
            if (taken !== undefined)
                merged.set(path, taken);
        }
        return merged;
    }
    /** A commit's files with what another commit changed against its first parent. */
    pick(onto, sha) {
        const [parent] = this.knownCommit(sha).parents;
        const before = parent === undefined ? new Map() : this.filesOf(parent);
        const after = this.filesOf(sha);
        const files = new Map(this.filesOf(onto));
        for (const path of new Set([...before.keys(), ...after.keys()])) {
            const is = after.get(path);
            if (same(before.get(path), is))
                continue;
            if (is === undefined)
                files.delete(path);
            else
                files.set(path, is);
        }
        return files;
    }
    writeFile(file) {
        if (typeof file === 'object' && 'commit' in file)
            return { mode: file.mode, sha: file.commit };
        const { mode, content } = typeof file === 'string' || file instanceof Uint8Array
            ? { mode: '100644', content: file }
            : file;
        const bytes = typeof content === 'string' ? Buffer.from(content) : content;
        const sha = blobSha(bytes);
        this.blobs.set(sha, bytes);
        return { mode, sha };
    }
}
function same(a, b) {
    return a?.sha === b?.sha && a?.mode === b?.mode;
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/state.js

/** Who acts where a caller names nobody. */
const DEFAULT_ACTOR = 'octo-dev';
/** Whom a workflow's own token speaks for. https://api.github.com/users/github-actions[bot] */
const ACTIONS_BOT = { id: 41_898_282, login: 'github-actions[bot]', type: 'Bot' };
/** One repository with its git objects, branches, issues, pull requests, comments and deployments. */
class GitHubState {
    git = new GitStore();
    owner;
    repo;
    defaultBranch;
    private;
    createdAt;
    /** Commits by branch; those of forks as `owner:branch`. */
    branches = new Map();
    issues = new Map();
    comments = new Map();
    labels = new Map();
    deployments = new Map();
    /** Listings of trees are cut after this many entries; GitHub's own limit is 100,000. */
    treeLimit = 100_000;
    accounts = new Map([[ACTIONS_BOT.login, ACTIONS_BOT]]);
    clock;
    lastId = 1_000_000;
    constructor(options) {
        this.clock = options.now ?? Date.now;
        this.repo = options.repo ?? 'zis-integrations';
        this.defaultBranch = options.defaultBranch ?? 'main';
        this.private = options.private ?? true;
        this.createdAt = this.now();
        this.owner = { id: this.newId(), login: options.owner ?? 'acme', type: 'Organization' };
        this.accounts.set(this.owner.login, this.owner);
    }
    /** Unique over all kinds of record. */
    newId() {
        return (this.lastId += 1);
    }
    /** The time as the API shows it: UTC, to the second. */
    now() {
        return new Date(this.clock()).toISOString().replace(/\.\d{3}Z$/, 'Z');
    }
    account(login) {
        const known = this.accounts.get(login);
        if (known !== undefined)
            return known;
        const account = { id: this.newId(), login, type: login.endsWith('[bot]') ? 'Bot' : 'User' };
        this.accounts.set(login, account);
        return account;
    }
    label(name) {
        const known = this.labels.get(name);
        if (known !== undefined)
            return known;
        const label = { id: this.newId(), name, description: '', color: 'ededed' };
        this.labels.set(name, label);
        return label;
    }
    /** Writes a commit that holds exactly these files and returns its SHA-1. No branch moves. */
    commit(files, parent = null, options = {}) {
        return this.commitTree(this.git.writeFiles(files), parent === null ? [] : [parent], options);
    }
    /** Points a branch at a commit. @param name `branch`, or `owner:branch` for one of a fork */
    branch(name, sha) {
        this.git.knownCommit(sha);
        this.branches.set(name, sha);
    }
    /** Commits these files on top of a branch, which need not exist yet; before is 40 zeros then. */
    push(branch, files, options = {}) {
        const parent = this.branches.get(branch) ?? null;
        const after = this.commit(files, parent, options);
        this.branch(branch, after);
        return { before: parent ?? ZERO_SHA, after };
    }
    openIssue(title, body, author, labels = []) {
        return this.addIssue({ title, body, author, labels, pull: null });
    }
    openPullRequest(options) {
        const [headOwner, headRef] = options.head.includes(':')
            ? splitOnce(options.head, ':')
            : [this.owner.login, options.head];
        const baseRef = options.base ?? this.defaultBranch;
        const headSha = this.tip(options.head);
        const pull = {
            id: this.newId(),
            headOwner: this.account(headOwner),
            headRef,
            closedHead: null,
            baseRef,
            baseSha: this.tip(baseRef),
            draft: options.draft ?? false,
            mergedAt: null,
            mergedBy: null,
            mergeSha: null,
            landed: []
        };
        const title = options.title ?? this.git.knownCommit(headSha).message.split('\n', 1).join('');
        const { body = null, author = DEFAULT_ACTOR, labels = [] } = options;
        return this.addIssue({ title, body, author, labels, pull });
    }
    /** @throws Error when there is no pull request of this number */
    pullRequest(number) {
        const issue = this.issues.get(number);
        if (issue === undefined || !isPullRequest(issue))
            throw new Error(`There is no pull request ${number}.`);
        return issue;
    }
    headSha({ pull }) {
        if (pull.closedHead !== null)
            return pull.closedHead;
        const own = pull.headOwner.login === this.owner.login;
        return this.tip(own ? pull.headRef : `${pull.headOwner.login}:${pull.headRef}`);
    }
    /** GitHub's trial merge of an open pull request into its base; null when they conflict. */
    trialMerge(issue) {
        const [base, head] = [this.tip(issue.pull.baseRef), this.headSha(issue)];
        const merged = this.git.merge(base, head);
        if (merged === null)
            return null;
        return this.commitTree(merged, [base, head], { message: `Merge ${head} into ${base}` }, issue.createdAt);
    }
    /** @throws Error when the pull request is closed, or conflicts with its base */
    merge(number, { method = 'merge', by = DEFAULT_ACTOR } = {}) {
        const issue = this.pullRequest(number);
        if (issue.state === 'closed')
            throw new Error(`Pull request ${number} is closed.`);
        const { pull } = issue;
        const [before, head] = [this.tip(pull.baseRef), this.headSha(issue)];
        const merged = this.git.merge(before, head);
        if (merged === null)
            throw new Error(`Pull request ${number} conflicts with ${pull.baseRef}.`);
        const landed = this.land(issue, method, { before, merged, by });
        pull.landed.push(...landed);
        const mergeSha = landed.at(-1) ?? before;
        this.branch(pull.baseRef, mergeSha);
        this.closePullRequest(number, by);
        Object.assign(pull, { mergedAt: issue.closedAt, mergedBy: this.account(by), mergeSha });
        return { before, mergeSha, ref: `refs/heads/${pull.baseRef}` };
    }
    /** The commits that a merge adds to the base, oldest first; without those of the head that it keeps. */
    land(issue, method, { before, merged, by }) {
        if (method === 'merge') {
            const parents = [before, this.headSha(issue)];
            return [this.commitTree(merged, parents, { message: mergeMessage(issue), author: by })];
        }
        if (method === 'squash') {
            const message = `${issue.title} (#${issue.number})`;
            return [this.commitTree(merged, [before], { message, author: by })];
        }
        const landed = [];
        for (const sha of this.commitsOf(issue).toReversed()) {
            const onto = landed.at(-1) ?? before;
            const { message, author } = this.git.knownCommit(sha);
            landed.push(this.commitTree(this.git.pick(onto, sha), [onto], { message, author: author.name }));
        }
        return landed;
    }
    /** The commits that a pull request brings, newest first. */
    commitsOf(issue) {
        const inBase = new Set(this.git.ancestors(issue.pull.baseSha));
        return this.git.ancestors(this.headSha(issue)).filter((sha) => !inBase.has(sha));
    }
    /** Those that hold a commit; for one of the default branch the one that brought it there. */
    pullRequestsOf(sha) {
        const tip = this.branches.get(this.defaultBranch);
        const isLanded = tip !== undefined && this.git.ancestors(tip).includes(sha);
        return [...this.issues.values()]
            .filter(isPullRequest)
            .filter((issue) => issue.pull.landed.includes(sha) || this.commitsOf(issue).includes(sha))
            .filter(({ pull }) => !isLanded || pull.mergedAt !== null);
    }
    closePullRequest(number, by = DEFAULT_ACTOR) {
        const issue = this.pullRequest(number);
        issue.pull.closedHead = this.headSha(issue);
        this.closeIssue(issue, by);
    }
    closeIssue(issue, by) {
        const now = this.now();
        Object.assign(issue, { state: 'closed', closedAt: now, closedBy: this.account(by), updatedAt: now });
    }
    /** @param author null for a deleted account */
    addComment(issue, author, body) {
        const now = this.now();
        const comment = {
            id: this.newId(),
            issue,
            author: author === null ? null : this.account(author),
            body,
            createdAt: now,
            updatedAt: now
        };
        this.comments.set(comment.id, comment);
        return comment;
    }
    /** Oldest first. */
    commentsOn(issue) {
        return [...this.comments.values()].filter((comment) => comment.issue === issue);
    }
    /** The commit that a branch, a full ref or a SHA-1 (also shortened to 7 characters or more) names. */
    resolve(ref) {
        const name = ref.replace(/^(refs\/)?heads\//, '');
        const tip = this.branches.get(name);
        if (tip !== undefined)
            return tip;
        if (!/^[0-9a-f]{7,40}$/.test(ref))
            return null;
        return this.git.commitStarting(ref)?.sha ?? null;
    }
    /** @throws Error when there is no such branch */
    tip(branch) {
        const sha = this.branches.get(branch);
        if (sha === undefined)
            throw new Error(`There is no branch ${branch}.`);
        return sha;
    }
    commitTree(files, parents, { message = 'Change files', author = DEFAULT_ACTOR }, at = this.now()) {
        const signature = {
            name: author,
            email: `${author}@users.noreply.github.com`,
            at: Date.parse(at)
        };
        return this.git.writeCommit({
            tree: this.git.writeTree(files),
            parents,
            author: signature,
            committer: signature,
            message
        });
    }
    addIssue(content) {
        const now = this.now();
        const issue = {
            ...content,
            id: this.newId(),
            number: this.issues.size + 1,
            author: this.account(content.author),
            state: 'open',
            stateReason: null,
            labels: content.labels.map((name) => this.label(name)),
            assignees: [],
            createdAt: now,
            updatedAt: now,
            closedAt: null,
            closedBy: null
        };
        this.issues.set(issue.number, issue);
        return issue;
    }
}
/** How events name a branch that was not there before. */
const ZERO_SHA = '0'.repeat(40);
function isPullRequest(issue) {
    return issue.pull !== null;
}
function mergeMessage({ number, title, pull }) {
    return `Merge pull request #${number} from ${pull.headOwner.login}/${pull.headRef}\n\n${title}`;
}
function splitOnce(text, separator) {
    const at = text.indexOf(separator);
    return [text.slice(0, at), text.slice(at + separator.length)];
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/bodies/common.js

function repoApi({ state, apiUrl }) {
    return `${apiUrl}/repos/${state.owner.login}/${state.repo}`;
}
function repoHtml({ state, serverUrl }) {
    return `${serverUrl}/${state.owner.login}/${state.repo}`;
}
/** GitHub's older node ids: base64 of the type's length, its name and the id. */
function nodeId(type, id) {
    return Buffer.from(`${String(type.length).padStart(3, '0')}:${type}${id}`).toString('base64');
}
function userBody({ apiUrl, serverUrl }, { id, login, type }) {
    const url = `${apiUrl}/users/${encodeURIComponent(login)}`;
    return {
        login,
        id,
        node_id: nodeId(type, id),
        avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
        gravatar_id: '',
        url,
        html_url: type === 'Bot' ? `${serverUrl}/apps/${login.replace(/\[bot\]$/, '')}` : `${serverUrl}/${login}`,
        followers_url: `${url}/followers`,
        following_url: `${url}/following{/other_user}`,
        gists_url: `${url}/gists{/gist_id}`,
        starred_url: `${url}/starred{/owner}{/repo}`,
        subscriptions_url: `${url}/subscriptions`,
        organizations_url: `${url}/orgs`,
        repos_url: `${url}/repos`,
        events_url: `${url}/events{/privacy}`,
        received_events_url: `${url}/received_events`,
        type,
        user_view_type: 'public',
        site_admin: false
    };
}
/** What a user's own token is told about its user. */
function privateUserBody(site, account) {
    return {
        ...userBody(site, account),
        user_view_type: 'private',
        name: account.login,
        company: null,
        blog: '',
        location: null,
        email: null,
        hireable: null,
        bio: null,
        public_repos: 0,
        public_gists: 0,
        followers: 0,
        following: 0,
        created_at: site.state.createdAt,
        updated_at: site.state.createdAt,
        private_gists: 0,
        total_private_repos: 1,
        owned_private_repos: 1,
        disk_usage: 0,
        collaborators: 0,
        two_factor_authentication: true
    };
}
function labelBody(site, { id, name, description, color }) {
    return {
        id,
        node_id: nodeId('Label', id),
        url: `${repoApi(site)}/labels/${encodeURIComponent(name)}`,
        name,
        description,
        color,
        default: false
    };
}
function commentBody(site, comment) {
    const issue = site.state.issues.get(comment.issue);
    const page = issue?.pull === null ? 'issues' : 'pull';
    const url = `${repoApi(site)}/issues/comments/${comment.id}`;
    return {
        id: comment.id,
        node_id: nodeId('IssueComment', comment.id),
        url,
        html_url: `${repoHtml(site)}/${page}/${comment.issue}#issuecomment-${comment.id}`,
        issue_url: `${repoApi(site)}/issues/${comment.issue}`,
        user: comment.author === null ? null : userBody(site, comment.author),
        created_at: comment.createdAt,
        updated_at: comment.updatedAt,
        body: comment.body,
        author_association: association(comment.author),
        reactions: reactionsBody(url),
        performed_via_github_app: comment.author?.login === ACTIONS_BOT.login ? appBody(site) : null
    };
}
function issueBody(site, issue) {
    const url = `${repoApi(site)}/issues/${issue.number}`;
    const assignees = issue.assignees.map((account) => userBody(site, account));
    return {
        url,
        repository_url: repoApi(site),
        labels_url: `${url}/labels{/name}`,
        comments_url: `${url}/comments`,
        events_url: `${url}/events`,
        html_url: `${repoHtml(site)}/${issue.pull === null ? 'issues' : 'pull'}/${issue.number}`,
        id: issue.id,
        node_id: nodeId('Issue', issue.id),
        number: issue.number,
        title: issue.title,
        user: userBody(site, issue.author),
        labels: issue.labels.map((label) => labelBody(site, label)),
        state: issue.state,
        state_reason: issue.stateReason,
        locked: false,
        active_lock_reason: null,
        assignee: assignees[0] ?? null,
        assignees,
        milestone: null,
        comments: site.state.commentsOn(issue.number).length,
        created_at: issue.createdAt,
        updated_at: issue.updatedAt,
        closed_at: issue.closedAt,
        closed_by: issue.closedBy === null ? null : userBody(site, issue.closedBy),
        author_association: association(issue.author),
        body: issue.body,
        reactions: reactionsBody(url),
        timeline_url: `${url}/timeline`,
        performed_via_github_app: null,
        ...(issue.pull === null ? {} : { draft: issue.pull.draft, pull_request: pullRequestLinks(site, issue) })
    };
}
/** GitHub's own App, which stands behind a workflow's token. */
function appBody(site) {
    const owner = { id: 9_919, login: 'github', type: 'Organization' };
    return {
        id: 15_368,
        slug: 'github-actions',
        node_id: nodeId('App', 15_368),
        owner: userBody(site, owner),
        name: 'GitHub Actions',
        description: 'Automate your workflow from idea to production',
        external_url: 'https://help.github.com/en/actions',
        html_url: `${site.serverUrl}/apps/github-actions`,
        created_at: '2018-07-30T09:30:17Z',
        updated_at: '2024-04-10T20:33:16Z',
        permissions: { checks: 'write', contents: 'write', deployments: 'write', issues: 'write' },
        events: ['check_run', 'pull_request', 'push']
    };
}
function association(author) {
    return author?.type === 'User' ? 'MEMBER' : 'NONE';
}
function pullRequestLinks(site, { number, pull }) {
    const html = `${repoHtml(site)}/pull/${number}`;
    return {
        url: `${repoApi(site)}/pulls/${number}`,
        html_url: html,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
        merged_at: pull?.mergedAt ?? null
    };
}
function reactionsBody(url) {
    const none = { '+1': 0, '-1': 0, laugh: 0, confused: 0, heart: 0, hooray: 0, eyes: 0, rocket: 0 };
    return { url: `${url}/reactions`, total_count: 0, ...none };
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/base.js
class Diff {
    diff(oldStr, newStr, 
    // Type below is not accurate/complete - see above for full possibilities - but it compiles
    options = {}) {
        let callback;
        if (typeof options === 'function') {
            callback = options;
            options = {};
        }
        else if ('callback' in options) {
            callback = options.callback;
        }
        // Allow subclasses to massage the input prior to running
        const oldString = this.castInput(oldStr, options);
        const newString = this.castInput(newStr, options);
        const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
        const newTokens = this.removeEmpty(this.tokenize(newString, options));
        return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
    }
    diffWithOptionsObj(oldTokens, newTokens, options, callback) {
        var _a;
        const done = (value) => {
            value = this.postProcess(value, options);
            if (callback) {
                setTimeout(function () { callback(value); }, 0);
                return undefined;
            }
            else {
                return value;
            }
        };
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let editLength = 1;
        let maxEditLength = newLen + oldLen;
        if (options.maxEditLength != null) {
            maxEditLength = Math.min(maxEditLength, options.maxEditLength);
        }
        const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
        const abortAfterTimestamp = Date.now() + maxExecutionTime;
        const bestPath = [{ oldPos: -1, lastComponent: undefined }];
        // Seed editLength = 0, i.e. the content starts with the same values
        let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
        if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
            // Identity per the equality and tokenizer
            return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
        }
        // Once we hit the right edge of the edit graph on some diagonal k, we can
        // definitely reach the end of the edit graph in no more than k edits, so
        // there's no point in considering any moves to diagonal k+1 any more (from
        // which we're guaranteed to need at least k+1 more edits).
        // Similarly, once we've reached the bottom of the edit graph, there's no
        // point considering moves to lower diagonals.
        // We record this fact by setting minDiagonalToConsider and
        // maxDiagonalToConsider to some finite value once we've hit the edge of
        // the edit graph.
        // This optimization is not faithful to the original algorithm presented in
        // Myers's paper, which instead pointlessly extends D-paths off the end of
        // the edit graph - see page 7 of Myers's paper which notes this point
        // explicitly and illustrates it with a diagram. This has major performance
        // implications for some common scenarios. For instance, to compute a diff
        // where the new text simply appends d characters on the end of the
        // original text of length n, the true Myers algorithm will take O(n+d^2)
        // time while this optimization needs only O(n+d) time.
        let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
        // Main worker method. checks all permutations of a given edit length for acceptance.
        const execEditLength = () => {
            for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
                let basePath;
                const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
                if (removePath) {
                    // No one else is going to attempt to use this value, clear it
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath - 1] = undefined;
                }
                let canAdd = false;
                if (addPath) {
                    // what newPos will be after we do an insertion:
                    const addPathNewPos = addPath.oldPos - diagonalPath;
                    canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
                }
                const canRemove = removePath && removePath.oldPos + 1 < oldLen;
                if (!canAdd && !canRemove) {
                    // If this path is a terminal then prune
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath] = undefined;
                    continue;
                }
                // Select the diagonal that we want to branch from. We select the prior
                // path whose position in the old string is the farthest from the origin
                // and does not pass the bounds of the diff graph
                if (!canRemove || (canAdd && removePath.oldPos < addPath.oldPos)) {
                    basePath = this.addToPath(addPath, true, false, 0, options);
                }
                else {
                    basePath = this.addToPath(removePath, false, true, 1, options);
                }
                newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
                if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
                    // If we have hit the end of both strings, then we are done
                    return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
                }
                else {
                    bestPath[diagonalPath] = basePath;
                    if (basePath.oldPos + 1 >= oldLen) {
                        maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
                    }
                    if (newPos + 1 >= newLen) {
                        minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
                    }
                }
            }
            editLength++;
        };
        // Performs the length of edit iteration. Is a bit fugly as this has to support the
        // sync and async mode which is never fun. Loops over execEditLength until a value
        // is produced, or until the edit length exceeds options.maxEditLength (if given),
        // in which case it will return undefined.
        if (callback) {
            (function exec() {
                setTimeout(function () {
                    if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
                        return callback(undefined);
                    }
                    if (!execEditLength()) {
                        exec();
                    }
                }, 0);
            }());
        }
        else {
            while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
                const ret = execEditLength();
                if (ret) {
                    return ret;
                }
            }
        }
    }
    addToPath(path, added, removed, oldPosInc, options) {
        const last = path.lastComponent;
        if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: last.count + 1, added: added, removed: removed, previousComponent: last.previousComponent }
            };
        }
        else {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: 1, added: added, removed: removed, previousComponent: last }
            };
        }
    }
    extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
        while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
            newPos++;
            oldPos++;
            commonCount++;
            if (options.oneChangePerToken) {
                basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
            }
        }
        if (commonCount && !options.oneChangePerToken) {
            basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
        }
        basePath.oldPos = oldPos;
        return newPos;
    }
    equals(left, right, options) {
        if (options.comparator) {
            return options.comparator(left, right);
        }
        else {
            return left === right
                || (!!options.ignoreCase && left.toLowerCase() === right.toLowerCase());
        }
    }
    removeEmpty(array) {
        const ret = [];
        for (let i = 0; i < array.length; i++) {
            if (array[i]) {
                ret.push(array[i]);
            }
        }
        return ret;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    castInput(value, options) {
        return value;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    tokenize(value, options) {
        return Array.from(value);
    }
    join(chars) {
        // Assumes ValueT is string, which is the case for most subclasses.
        // When it's false, e.g. in diffArrays, this method needs to be overridden (e.g. with a no-op)
        // Yes, the casts are verbose and ugly, because this pattern - of having the base class SORT OF
        // assume tokens and values are strings, but not completely - is weird and janky.
        return chars.join('');
    }
    postProcess(changeObjects, 
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    options) {
        return changeObjects;
    }
    get useLongestToken() {
        return false;
    }
    buildValues(lastComponent, newTokens, oldTokens) {
        // First we convert our linked list of components in reverse order to an
        // array in the right order:
        const components = [];
        let nextComponent;
        while (lastComponent) {
            components.push(lastComponent);
            nextComponent = lastComponent.previousComponent;
            delete lastComponent.previousComponent;
            lastComponent = nextComponent;
        }
        components.reverse();
        const componentLen = components.length;
        let componentPos = 0, newPos = 0, oldPos = 0;
        for (; componentPos < componentLen; componentPos++) {
            const component = components[componentPos];
            if (!component.removed) {
                if (!component.added && this.useLongestToken) {
                    let value = newTokens.slice(newPos, newPos + component.count);
                    value = value.map(function (value, i) {
                        const oldValue = oldTokens[oldPos + i];
                        return oldValue.length > value.length ? oldValue : value;
                    });
                    component.value = this.join(value);
                }
                else {
                    component.value = this.join(newTokens.slice(newPos, newPos + component.count));
                }
                newPos += component.count;
                // Common case
                if (!component.added) {
                    oldPos += component.count;
                }
            }
            else {
                component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
                oldPos += component.count;
            }
        }
        return components;
    }
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/line.js


class LineDiff extends Diff {
    constructor() {
        super(...arguments);
        this.tokenize = tokenize;
    }
    equals(left, right, options) {
        // If we're ignoring whitespace, we need to normalise lines by stripping
        // whitespace before checking equality. (This has an annoying interaction
        // with newlineIsToken that requires special handling: if newlines get their
        // own token, then we DON'T want to trim the *newline* tokens down to empty
        // strings, since this would cause us to treat whitespace-only line content
        // as equal to a separator between lines, which would be weird and
        // inconsistent with the documented behavior of the options.)
        if (options.ignoreWhitespace) {
            if (!options.newlineIsToken || !left.includes('\n')) {
                left = left.trim();
            }
            if (!options.newlineIsToken || !right.includes('\n')) {
                right = right.trim();
            }
        }
        else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
            if (left.endsWith('\n')) {
                left = left.slice(0, -1);
            }
            if (right.endsWith('\n')) {
                right = right.slice(0, -1);
            }
        }
        return super.equals(left, right, options);
    }
}
const lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
    return lineDiff.diff(oldStr, newStr, options);
}
function diffTrimmedLines(oldStr, newStr, options) {
    options = generateOptions(options, { ignoreWhitespace: true });
    return lineDiff.diff(oldStr, newStr, options);
}
// Exported standalone so it can be used from jsonDiff too.
function tokenize(value, options) {
    if (options.stripTrailingCr) {
        // remove one \r before \n to match GNU diff's --strip-trailing-cr behavior
        value = value.replace(/\r\n/g, '\n');
    }
    const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
    // Ignore the final empty token that occurs if the string ends with a new line
    if (!linesAndNewlines[linesAndNewlines.length - 1]) {
        linesAndNewlines.pop();
    }
    // Merge the content and line separators into single tokens
    for (let i = 0; i < linesAndNewlines.length; i++) {
        const line = linesAndNewlines[i];
        if (i % 2 && !options.newlineIsToken) {
            retLines[retLines.length - 1] += line;
        }
        else {
            retLines.push(line);
        }
    }
    return retLines;
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/patch/create.js

/**
 * Returns true if the filename contains characters that require C-style
 * quoting (as used by Git and GNU diffutils in diff output).
 */
function needsQuoting(s) {
    for (let i = 0; i < s.length; i++) {
        if (s[i] < '\x20' || s[i] > '\x7e' || s[i] === '"' || s[i] === '\\') {
            return true;
        }
    }
    return false;
}
/**
 * C-style quotes a filename, encoding special characters as escape sequences
 * and non-ASCII bytes as octal escapes. This is the inverse of
 * `parseQuotedFileName` in parse.ts.
 *
 * Non-ASCII bytes are encoded as UTF-8 before being emitted as octal escapes.
 * This matches the behaviour of both Git and GNU diffutils, which always emit
 * UTF-8 octal escapes regardless of the underlying filesystem encoding (e.g.
 * Git for Windows converts from NTFS's UTF-16 to UTF-8 internally).
 *
 * If the filename doesn't need quoting, returns it as-is.
 */
function quoteFileNameIfNeeded(s) {
    if (!needsQuoting(s)) {
        return s;
    }
    let result = '"';
    const bytes = new TextEncoder().encode(s);
    let i = 0;
    while (i < bytes.length) {
        const b = bytes[i];
        // See https://en.wikipedia.org/wiki/Escape_sequences_in_C#Escape_sequences
        if (b === 0x07) {
            result += '\\a';
        }
        else if (b === 0x08) {
            result += '\\b';
        }
        else if (b === 0x09) {
            result += '\\t';
        }
        else if (b === 0x0a) {
            result += '\\n';
        }
        else if (b === 0x0b) {
            result += '\\v';
        }
        else if (b === 0x0c) {
            result += '\\f';
        }
        else if (b === 0x0d) {
            result += '\\r';
        }
        else if (b === 0x22) {
            result += '\\"';
        }
        else if (b === 0x5c) {
            result += '\\\\';
        }
        else if (b >= 0x20 && b <= 0x7e) {
            // Just a printable ASCII character that is neither a double quote nor a
            // backslash; no need to escape it.
            result += String.fromCharCode(b);
        }
        else {
            // Either part of a non-ASCII character or a control character without a
            // special escape sequence; needs escaping as a 3-digit octal escape
            result += '\\' + b.toString(8).padStart(3, '0');
        }
        i++;
    }
    result += '"';
    return result;
}
const INCLUDE_HEADERS = {
    includeIndex: true,
    includeUnderline: true,
    includeFileHeaders: true
};
const FILE_HEADERS_ONLY = {
    includeIndex: false,
    includeUnderline: false,
    includeFileHeaders: true
};
const OMIT_HEADERS = {
    includeIndex: false,
    includeUnderline: false,
    includeFileHeaders: false
};
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    let optionsObj;
    if (!options) {
        optionsObj = {};
    }
    else if (typeof options === 'function') {
        optionsObj = { callback: options };
    }
    else {
        optionsObj = options;
    }
    if (typeof optionsObj.context === 'undefined') {
        optionsObj.context = 4;
    }
    // We copy this into its own variable to placate TypeScript, which thinks
    // optionsObj.context might be undefined in the callbacks below.
    const context = optionsObj.context;
    // @ts-expect-error (runtime check for something that is correctly a static type error)
    if (optionsObj.newlineIsToken) {
        throw new Error('newlineIsToken may not be used with patch-generation functions, only with diffing functions');
    }
    if (!optionsObj.callback) {
        return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
    }
    else {
        const { callback } = optionsObj;
        diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
                const patch = diffLinesResultToPatch(diff);
                // TypeScript is unhappy without the cast because it does not understand that `patch` may
                // be undefined here only if `callback` is StructuredPatchCallbackAbortable:
                callback(patch);
            } }));
    }
    function diffLinesResultToPatch(diff) {
        // STEP 1: Build up the patch with no "\ No newline at end of file" lines and with the arrays
        //         of lines containing trailing newline characters. We'll tidy up later...
        if (!diff) {
            return;
        }
        diff.push({ value: '', lines: [] }); // Append an empty value to make cleanup easier
        function contextLines(lines) {
            return lines.map(function (entry) { return ' ' + entry; });
        }
        const hunks = [];
        let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
        for (let i = 0; i < diff.length; i++) {
            const current = diff[i], lines = current.lines || splitLines(current.value);
            current.lines = lines;
            if (current.added || current.removed) {
                // If we have previous context, start with that
                if (!oldRangeStart) {
                    const prev = diff[i - 1];
                    oldRangeStart = oldLine;
                    newRangeStart = newLine;
                    if (prev) {
                        curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
                        oldRangeStart -= curRange.length;
                        newRangeStart -= curRange.length;
                    }
                }
                // Output our changes
                for (const line of lines) {
                    curRange.push((current.added ? '+' : '-') + line);
                }
                // Track the updated file position
                if (current.added) {
                    newLine += lines.length;
                }
                else {
                    oldLine += lines.length;
                }
            }
            else {
                // Identical context lines. Track line changes
                if (oldRangeStart) {
                    // Close out any changes that have been output (or join overlapping)
                    if (lines.length <= context * 2 && i < diff.length - 2) {
                        // Overlapping
                        for (const line of contextLines(lines)) {
                            curRange.push(line);
                        }
                    }
                    else {
                        // end the range and output
                        const contextSize = Math.min(lines.length, context);
                        for (const line of contextLines(lines.slice(0, contextSize))) {
                            curRange.push(line);
                        }
                        const hunk = {
                            oldStart: oldRangeStart,
                            oldLines: (oldLine - oldRangeStart + contextSize),
                            newStart: newRangeStart,
                            newLines: (newLine - newRangeStart + contextSize),
                            lines: curRange
                        };
                        hunks.push(hunk);
                        oldRangeStart = 0;
                        newRangeStart = 0;
                        curRange = [];
                    }
                }
                oldLine += lines.length;
                newLine += lines.length;
            }
        }
        // Step 2: eliminate the trailing `\n` from each line of each hunk, and, where needed, add
        //         "\ No newline at end of file".
        for (const hunk of hunks) {
            for (let i = 0; i < hunk.lines.length; i++) {
                if (hunk.lines[i].endsWith('\n')) {
                    hunk.lines[i] = hunk.lines[i].slice(0, -1);
                }
                else {
                    hunk.lines.splice(i + 1, 0, '\\ No newline at end of file');
                    i++; // Skip the line we just added, then continue iterating
                }
            }
        }
        return {
            oldFileName: oldFileName, newFileName: newFileName,
            oldHeader: oldHeader, newHeader: newHeader,
            hunks: hunks
        };
    }
}
/**
 * creates a unified diff patch.
 *
 * @param patch either a single structured patch object (as returned by `structuredPatch`) or an
 *   array of them (as returned by `parsePatch`).
 * @param headerOptions behaves the same as the `headerOptions` option of `createTwoFilesPatch`.
 *   Ignored for patches where `isGit` is `true`.
 *
 * When a patch has `isGit: true`, `formatPatch` output is changed to more closely match Git's
 * output: it emits a `diff --git` header, emits Git extended headers as appropriate based on
 * properties like `isRename`, `isCreate`, `newMode`, etc, and will omit `---`/`+++` file
 * headers for patches with no hunks (e.g. renames without content changes).
 */
function formatPatch(patch, headerOptions) {
    var _a, _b, _c, _d, _e, _f;
    if (!headerOptions) {
        headerOptions = INCLUDE_HEADERS;
    }
    if (Array.isArray(patch)) {
        if (patch.length > 1 && !headerOptions.includeFileHeaders && !patch.every(p => p.isGit)) {
            throw new Error('Cannot omit file headers on a multi-file patch. '
                + '(The result would be unparseable; how would a tool trying to apply '
                + 'the patch know which changes are to which file?)');
        }
        return patch.map(p => formatPatch(p, headerOptions)).join('\n');
    }
    const ret = [];
    // Git patches have a fixed header format (diff --git, extended headers,
    // and ---/+++ when hunks are present), so headerOptions is ignored.
    if (patch.isGit) {
        headerOptions = INCLUDE_HEADERS;
        // Emit Git-style diff --git header and extended headers.
        // Git never puts /dev/null in the "diff --git" line; for file
        // creations/deletions it uses the real filename on both sides.
        if (!patch.oldFileName) {
            throw new Error('oldFileName must be specified for Git patches');
        }
        if (!patch.newFileName) {
            throw new Error('newFileName must be specified for Git patches');
        }
        let gitOldName = patch.oldFileName;
        let gitNewName = patch.newFileName;
        if (patch.isCreate && gitOldName === '/dev/null') {
            gitOldName = gitNewName.replace(/^b\//, 'a/');
        }
        else if (patch.isDelete && gitNewName === '/dev/null') {
            gitNewName = gitOldName.replace(/^a\//, 'b/');
        }
        ret.push('diff --git ' + quoteFileNameIfNeeded(gitOldName) + ' ' + quoteFileNameIfNeeded(gitNewName));
        if (patch.isDelete) {
            ret.push('deleted file mode ' + ((_a = patch.oldMode) !== null && _a !== void 0 ? _a : '100644'));
        }
        if (patch.isCreate) {
            ret.push('new file mode ' + ((_b = patch.newMode) !== null && _b !== void 0 ? _b : '100644'));
        }
        if (patch.oldMode && patch.newMode && !patch.isDelete && !patch.isCreate) {
            ret.push('old mode ' + patch.oldMode);
            ret.push('new mode ' + patch.newMode);
        }
        if (patch.isRename) {
            ret.push('rename from ' + quoteFileNameIfNeeded(((_c = patch.oldFileName) !== null && _c !== void 0 ? _c : '').replace(/^a\//, '')));
            ret.push('rename to ' + quoteFileNameIfNeeded(((_d = patch.newFileName) !== null && _d !== void 0 ? _d : '').replace(/^b\//, '')));
        }
        if (patch.isCopy) {
            ret.push('copy from ' + quoteFileNameIfNeeded(((_e = patch.oldFileName) !== null && _e !== void 0 ? _e : '').replace(/^a\//, '')));
            ret.push('copy to ' + quoteFileNameIfNeeded(((_f = patch.newFileName) !== null && _f !== void 0 ? _f : '').replace(/^b\//, '')));
        }
    }
    else {
        if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName && patch.oldFileName !== undefined) {
            ret.push('Index: ' + patch.oldFileName);
        }
        if (headerOptions.includeUnderline) {
            ret.push('===================================================================');
        }
    }
    // Emit --- / +++ file headers. For Git patches with no hunks (e.g.
    // pure renames, mode-only changes), Git omits these, so we do too.
    const hasHunks = patch.hunks.length > 0;
    if (headerOptions.includeFileHeaders && patch.oldFileName !== undefined && patch.newFileName !== undefined
        && (!patch.isGit || hasHunks)) {
        ret.push('--- ' + quoteFileNameIfNeeded(patch.oldFileName) + (patch.oldHeader ? '\t' + patch.oldHeader : ''));
        ret.push('+++ ' + quoteFileNameIfNeeded(patch.newFileName) + (patch.newHeader ? '\t' + patch.newHeader : ''));
    }
    for (let i = 0; i < patch.hunks.length; i++) {
        const hunk = patch.hunks[i];
        // Unified Diff Format quirk: If the chunk size is 0,
        // the first number is one lower than one would expect.
        // https://www.artima.com/weblogs/viewpost.jsp?thread=164293
        const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
        const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
        ret.push('@@ -' + oldStart + ',' + hunk.oldLines
            + ' +' + newStart + ',' + hunk.newLines
            + ' @@');
        for (const line of hunk.lines) {
            ret.push(line);
        }
    }
    return ret.join('\n') + '\n';
}
function createTwoFilesPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    if (typeof options === 'function') {
        options = { callback: options };
    }
    if (!(options === null || options === void 0 ? void 0 : options.callback)) {
        const patchObj = structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options);
        if (!patchObj) {
            return;
        }
        return formatPatch(patchObj, options === null || options === void 0 ? void 0 : options.headerOptions);
    }
    else {
        const { callback } = options;
        structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, Object.assign(Object.assign({}, options), { callback: patchObj => {
                if (!patchObj) {
                    callback(undefined);
                }
                else {
                    callback(formatPatch(patchObj, options.headerOptions));
                }
            } }));
    }
}
function createPatch(fileName, oldStr, newStr, oldHeader, newHeader, options) {
    return createTwoFilesPatch(fileName, fileName, oldStr, newStr, oldHeader, newHeader, options);
}
/**
 * Split `text` into an array of lines, including the trailing newline character (where present)
 */
function splitLines(text) {
    const hasTrailingNl = text.endsWith('\n');
    const result = text.split('\n').map(line => line + '\n');
    if (hasTrailingNl) {
        result.pop();
    }
    else {
        result.push(result.pop().slice(0, -1));
    }
    return result;
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/git/line-count.js
/** Above this many pairs of lines the exact count takes too long; then all lines between count as changed. */
const MAX_PAIRS = 4_000_000;
function countChangedLines(before, after) {
    const [old, now] = [lines(before), lines(after)];
    let start = 0;
    while (start < Math.min(old.length, now.length) && old[start] === now[start])
        start += 1;
    let end = 0;
    while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end))
        end += 1;
    const [oldMiddle, newMiddle] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
    const kept = oldMiddle.length * newMiddle.length > MAX_PAIRS ? 0 : longestCommon(oldMiddle, newMiddle);
    return { additions: newMiddle.length - kept, deletions: oldMiddle.length - kept };
}
function lines(text) {
    return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
/** The length of the longest common subsequence. */
function longestCommon(a, b) {
    let row = new Array(b.length + 1).fill(0);
    for (const line of a) {
        const next = [0];
        for (const [index, other] of b.entries()) {
            const best = line === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0);
            next.push(best);
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/bodies/git.js



/** `GET \u2026/git/commits/{sha}` */
function gitCommitBody(site, commit) {
    return {
        sha: commit.sha,
        node_id: nodeId('Commit', commit.sha),
        url: `${repoApi(site)}/git/commits/${commit.sha}`,
        html_url: `${repoHtml(site)}/commit/${commit.sha}`,
        ...commitText(site, commit),
        parents: commit.parents.map((sha) => ({
            sha,
            url: `${repoApi(site)}/git/commits/${sha}`,
            html_url: `${repoHtml(site)}/commit/${sha}`
        }))
    };
}
/** A commit as lists and comparisons show it. */
function commitBody(site, commit) {
    const url = `${repoApi(site)}/commits/${commit.sha}`;
    return {
        sha: commit.sha,
        node_id: nodeId('Commit', commit.sha),
        commit: {
            ...commitText(site, commit),
            url: `${repoApi(site)}/git/commits/${commit.sha}`,
            comment_count: 0
        },
        url,
        html_url: `${repoHtml(site)}/commit/${commit.sha}`,
        comments_url: `${url}/comments`,
        author: userBody(site, site.state.account(commit.author.name)),
        committer: userBody(site, site.state.account(commit.committer.name)),
        parents: commit.parents.map((sha) => ({
            sha,
            url: `${repoApi(site)}/commits/${sha}`,
            html_url: `${repoHtml(site)}/commit/${sha}`
        }))
    };
}
/** The files that differ, by path. */
function diffEntries(site, base, head, sha) {
    const paths = [...new Set([...base.keys(), ...head.keys()])].sort();
    return paths.flatMap((filename) => {
        const [old, now] = [base.get(filename), head.get(filename)];
        if (old?.sha === now?.sha && old?.mode === now?.mode)
            return [];
        const [before, after] = [textOf(site, old), textOf(site, now)];
        const { additions, deletions } = countChangedLines(before, after);
        const path = filename.split('/').map(encodeURIComponent).join('/');
        return {
            sha: now?.sha ?? old?.sha ?? null,
            filename,
            status: old === undefined ? 'added' : now === undefined ? 'removed' : 'modified',
            additions,
            deletions,
            changes: additions + deletions,
            blob_url: `${repoHtml(site)}/blob/${sha}/${path}`,
            raw_url: `${repoHtml(site)}/raw/${sha}/${path}`,
            contents_url: `${repoApi(site)}/contents/${path}?ref=${sha}`,
            ...patchOf(before, after)
        };
    });
}
/** As many changes as GitHub may show; a file that has more has no patch. */
const MOST_CHANGES = 3000;
/** The hunks of a diff, as they follow the lines that name the files. */
function patchOf(before, after) {
    const options = { context: 3, maxEditLength: MOST_CHANGES };
    const diff = structuredPatch('a', 'b', before, after, undefined, undefined, options);
    if (diff === undefined || diff.hunks.length === 0)
        return {};
    const hunks = diff.hunks.map(({ oldStart, oldLines, newStart, newLines, lines }) => [`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, ...lines].join('\n'));
    return { patch: hunks.join('\n') };
}
function sumOf(files) {
    const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
    return {
        additions: sum(files.map(({ additions }) => additions)),
        deletions: sum(files.map(({ deletions }) => deletions))
    };
}
/** What both forms of a commit have in common. */
function commitText(site, { author, committer, message, tree }) {
    return {
        author: signatureBody(author),
        committer: signatureBody(committer),
        message,
        tree: { sha: tree, url: `${repoApi(site)}/git/trees/${tree}` },
        verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }
    };
}
function signatureBody({ name, email, at }) {
    return { name, email, date: new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z') };
}
function textOf(site, entry) {
    const bytes = entry === undefined ? null : site.state.git.blob(entry.sha);
    return bytes === null ? '' : new TextDecoder().decode(bytes);
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/bodies/repository.js

/** The repository, or a user's fork of it, as every body that mentions a repository shows it. */
function repositoryBody(site, owner = site.state.owner) {
    const { state } = site;
    const fork = owner.login !== state.owner.login;
    const fullName = `${owner.login}/${state.repo}`;
    const html = `${site.serverUrl}/${fullName}`;
    const id = fork ? owner.id + REPOSITORY_ID : REPOSITORY_ID;
    const openIssues = [...state.issues.values()].filter((issue) => issue.state === 'open').length;
    return {
        id,
        node_id: nodeId('Repository', id),
        name: state.repo,
        full_name: fullName,
        private: state.private,
        owner: userBody(site, owner),
        html_url: html,
        description: 'Zendesk integrations as code',
        fork,
        ...addresses(`${site.apiUrl}/repos/${fullName}`),
        git_url: `git://${new URL(html).host}/${fullName}.git`,
        ssh_url: `git@${new URL(html).host}:${fullName}.git`,
        clone_url: `${html}.git`,
        svn_url: html,
        mirror_url: null,
        homepage: null,
        language: null,
        created_at: state.createdAt,
        updated_at: state.createdAt,
        pushed_at: state.createdAt,
        size: 0,
        default_branch: state.defaultBranch,
        visibility: state.private ? 'private' : 'public',
        license: null,
        topics: [],
        ...features(),
        forks: 0,
        forks_count: 0,
        stargazers_count: 0,
        watchers: 0,
        watchers_count: 0,
        open_issues: openIssues,
        open_issues_count: openIssues
    };
}
const REPOSITORY_ID = 700_000_001;
/** Every `\u2026_url` is the repository's own address and one of these endings. */
const ENDINGS = {
    archive: '/{archive_format}{/ref}',
    assignees: '/assignees{/user}',
    blobs: '/git/blobs{/sha}',
    branches: '/branches{/branch}',
    collaborators: '/collaborators{/collaborator}',
    comments: '/comments{/number}',
    commits: '/commits{/sha}',
    compare: '/compare/{base}...{head}',
    contents: '/contents/{+path}',
    contributors: '/contributors',
    deployments: '/deployments',
    downloads: '/downloads',
    events: '/events',
    forks: '/forks',
    git_commits: '/git/commits{/sha}',
    git_refs: '/git/refs{/sha}',
    git_tags: '/git/tags{/sha}',
    hooks: '/hooks',
    issue_comment: '/issues/comments{/number}',
    issue_events: '/issues/events{/number}',
    issues: '/issues{/number}',
    keys: '/keys{/key_id}',
    labels: '/labels{/name}',
    languages: '/languages',
    merges: '/merges',
    milestones: '/milestones{/number}',
    notifications: '/notifications{?since,all,participating}',
    pulls: '/pulls{/number}',
    releases: '/releases{/id}',
    stargazers: '/stargazers',
    statuses: '/statuses/{sha}',
    subscribers: '/subscribers',
    subscription: '/subscription',
    tags: '/tags',
    teams: '/teams',
    trees: '/git/trees{/sha}'
};
function addresses(url) {
    const all = Object.entries(ENDINGS).map(([name, ending]) => [`${name}_url`, `${url}${ending}`]);
    return { url, ...Object.fromEntries(all) };
}
function features() {
    return {
        has_issues: true,
        has_projects: false,
        has_wiki: false,
        has_pages: false,
        has_downloads: false,
        has_discussions: false,
        archived: false,
        disabled: false,
        is_template: false,
        allow_forking: true,
        web_commit_signoff_required: false,
        custom_properties: {}
    };
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/bodies/pull.js



/** A pull request as lists show it. */
function pullRequestSimpleBody(site, issue) {
    const { state } = site;
    const { pull, number } = issue;
    const assignees = issue.assignees.map((account) => userBody(site, account));
    return {
        ...pullRequestAddresses(site, issue),
        id: pull.id,
        node_id: nodeId('PullRequest', pull.id),
        number,
        state: issue.state,
        locked: false,
        active_lock_reason: null,
        title: issue.title,
        user: userBody(site, issue.author),
        body: issue.body,
        created_at: issue.createdAt,
        updated_at: issue.updatedAt,
        closed_at: issue.closedAt,
        merged_at: pull.mergedAt,
        merge_commit_sha: issue.state === 'open' ? state.trialMerge(issue) : pull.mergeSha,
        assignee: assignees[0] ?? null,
        assignees,
        requested_reviewers: [],
        requested_teams: [],
        labels: issue.labels.map((label) => labelBody(site, label)),
        milestone: null,
        draft: pull.draft,
        head: sideBody(site, pull.headOwner, pull.headRef, state.headSha(issue)),
        base: sideBody(site, state.owner, pull.baseRef, pull.baseSha),
        author_association: association(issue.author),
        auto_merge: null
    };
}
/** A pull request by itself, as `GET \u2026/pulls/{number}` and events show it. */
function pullRequestBody(site, issue) {
    const { state } = site;
    const { pull } = issue;
    const open = issue.state === 'open';
    const mergeable = open ? state.trialMerge(issue) !== null : null;
    const files = changedFiles(site, issue);
    return {
        ...pullRequestSimpleBody(site, issue),
        merged: pull.mergedAt !== null,
        mergeable,
        rebaseable: mergeable,
        mergeable_state: mergeable === null ? 'unknown' : mergeable ? 'clean' : 'dirty',
        merged_by: pull.mergedBy === null ? null : userBody(site, pull.mergedBy),
        comments: state.commentsOn(issue.number).length,
        review_comments: 0,
        maintainer_can_modify: false,
        commits: state.commitsOf(issue).length,
        ...sumOf(files),
        changed_files: files.length
    };
}
/** Between the commit where the branches parted and the head. */
function changedFiles(site, issue) {
    const { git } = site.state;
    const head = site.state.headSha(issue);
    const parted = git.mergeBase(issue.pull.baseSha, head);
    return diffEntries(site, parted === null ? new Map() : git.filesOf(parted), git.filesOf(head), head);
}
function sideBody(site, owner, ref, sha) {
    return {
        label: `${owner.login}:${ref}`,
        ref,
        sha,
        user: userBody(site, owner),
        repo: repositoryBody(site, owner)
    };
}
function pullRequestAddresses(site, issue) {
    const url = `${repoApi(site)}/pulls/${issue.number}`;
    const html = `${repoHtml(site)}/pull/${issue.number}`;
    const links = {
        issue: `${repoApi(site)}/issues/${issue.number}`,
        comments: `${repoApi(site)}/issues/${issue.number}/comments`,
        review_comments: `${url}/comments`,
        review_comment: `${repoApi(site)}/pulls/comments{/number}`,
        commits: `${url}/commits`,
        statuses: `${repoApi(site)}/statuses/${site.state.headSha(issue)}`
    };
    const named = Object.entries(links).map(([name, link]) => [`${name}_url`, link]);
    const linked = Object.entries({ self: url, html, ...links }).map(([name, href]) => [name, { href }]);
    return {
        url,
        html_url: html,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
        ...Object.fromEntries(named),
        _links: Object.fromEntries(linked)
    };
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/events.js





/**
 * The event of a pull request, as the runner writes it to the event file.
 *
 * @param action such as `opened`, `synchronize` or `closed`
 * @param before for `synchronize`: the head before
 */
function pullRequestEvent(site, number, action, { before, ...options } = {}) {
    const issue = site.state.pullRequest(number);
    const moved = before === undefined ? {} : { before, after: site.state.headSha(issue) };
    return { action, number, pull_request: pullRequestBody(site, issue), ...moved, ...origin(site, options) };
}
function pushEvent(site, { ref, before, after }, options = {}) {
    const { git } = site.state;
    const known = before === ZERO_SHA || git.commit(before) === null ? [] : git.ancestors(before);
    const head = git.commit(after);
    const commits = head === null ? [] : git.ancestors(after).filter((sha) => !known.includes(sha));
    const range = before === ZERO_SHA ? after.slice(0, 12) : `${before.slice(0, 12)}...${after.slice(0, 12)}`;
    return {
        ref,
        before,
        after,
        created: before === ZERO_SHA,
        deleted: after === ZERO_SHA,
        forced: head !== null && before !== ZERO_SHA && !git.ancestors(after).includes(before),
        base_ref: null,
        compare: `${repoHtml(site)}/compare/${range}`,
        commits: commits.map((sha) => pushedCommit(site, git.knownCommit(sha))).reverse(),
        head_commit: head === null ? null : pushedCommit(site, head),
        pusher: { name: options.sender ?? DEFAULT_ACTOR, email: emailOf(options.sender ?? DEFAULT_ACTOR) },
        ...origin(site, options)
    };
}
/**
 * Puts an open pull request into the merge queue: writes the commit that would be merged, on the queue's own
 * branch, and gives the event that asks for its checks.
 *
 * @throws Error when the pull request conflicts with its base
 */
function mergeGroupEvent(site, number, options = {}) {
    const { state } = site;
    const issue = state.pullRequest(number);
    const { baseRef } = issue.pull;
    const baseSha = state.tip(baseRef);
    const headSha = state.trialMerge(issue);
    if (headSha === null)
        throw new Error(`Pull request ${number} conflicts with ${baseRef}.`);
    const queue = `gh-readonly-queue/${baseRef}/pr-${number}-${baseSha}`;
    state.branch(queue, headSha);
    const commit = state.git.knownCommit(headSha);
    const { id, tree_id, message, timestamp, author, committer } = pushedCommit(site, commit);
    return {
        action: 'checks_requested',
        merge_group: {
            head_sha: headSha,
            head_ref: `refs/heads/${queue}`,
            base_sha: baseSha,
            base_ref: `refs/heads/${baseRef}`,
            head_commit: { id, tree_id, message, timestamp, author, committer }
        },
        ...origin(site, options)
    };
}
/** @param schedule the cron expression that fired */
function scheduleEvent(site, schedule = '0 6 * * *') {
    return { schedule, workflow: '.github/workflows/zis.yml', ...origin(site, {}) };
}
function workflowDispatchEvent(site, { inputs = {}, ref, ...options } = {}) {
    return {
        inputs,
        ref: ref ?? `refs/heads/${site.state.defaultBranch}`,
        workflow: '.github/workflows/zis.yml',
        ...origin(site, options)
    };
}
/** The event of a new comment on a pull request. It names the pull request, and none of its commits. */
function issueCommentEvent(site, number, body, { sender = DEFAULT_ACTOR, ...options } = {}) {
    const { state } = site;
    const comment = state.addComment(number, sender, body);
    const url = `${repoHtml(site)}/pull/${number}`;
    const issue = state.pullRequest(number);
    return {
        action: 'created',
        issue: {
            number,
            title: issue.title,
            state: issue.state,
            html_url: url,
            user: userBody(site, issue.author),
            pull_request: { url: `${repoApi(site)}/pulls/${number}`, html_url: url }
        },
        comment: { id: comment.id, body, html_url: `${url}#issuecomment-${comment.id}` },
        ...origin(site, { sender, ...options })
    };
}
/** The event of a workflow's end, as another workflow gets it. */
function workflowRunEvent(site, { headSha, headBranch = site.state.defaultBranch }, options = {}) {
    const id = site.state.newId();
    return {
        action: 'completed',
        workflow_run: {
            id,
            name: 'build',
            event: 'push',
            status: 'completed',
            conclusion: 'success',
            head_branch: headBranch,
            head_sha: headSha,
            html_url: `${repoHtml(site)}/actions/runs/${id}`
        },
        ...origin(site, options)
    };
}
function repositoryDispatchEvent(site, type, options = {}) {
    return { action: type, branch: site.state.defaultBranch, client_payload: {}, ...origin(site, options) };
}
/** What every event says about where it comes from. */
function origin(site, { sender = DEFAULT_ACTOR }) {
    const { state, apiUrl } = site;
    const { id, login } = state.owner;
    return {
        repository: repositoryBody(site),
        organization: { id, login, url: `${apiUrl}/orgs/${login}`, description: null },
        sender: userBody(site, state.account(sender))
    };
}
function pushedCommit(site, commit) {
    const { git } = site.state;
    const parent = commit.parents[0];
    const files = diffEntries(site, parent === undefined ? new Map() : git.filesOf(parent), git.filesOf(commit.sha), commit.sha);
    const paths = (status) => files.filter((file) => file['status'] === status).map(({ filename }) => filename);
    const person = { name: commit.author.name, email: commit.author.email, username: commit.author.name };
    return {
        id: commit.sha,
        tree_id: commit.tree,
        distinct: true,
        message: commit.message,
        timestamp: new Date(commit.committer.at).toISOString(),
        url: `${repoHtml(site)}/commit/${commit.sha}`,
        author: person,
        committer: person,
        added: paths('added'),
        removed: paths('removed'),
        modified: paths('modified')
    };
}
function emailOf(login) {
    return `${login}@users.noreply.github.com`;
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/api.js
/** An answer that ends a request early. */
class ApiFailure extends Error {
    status;
    details;
    headers;
    constructor(status, message, details = {}, headers = {}) {
        super(message);
        this.status = status;
        this.details = details;
        this.headers = headers;
    }
    reply() {
        const documentation = 'https://docs.github.com/rest';
        const body = {
            message: this.message,
            ...this.details,
            documentation_url: documentation,
            status: String(this.status)
        };
        return { status: this.status, body, headers: this.headers };
    }
}
function notFound() {
    return new ApiFailure(404, 'Not Found');
}
/** 422 with one error, as GitHub words it. */
function invalid(error) {
    return new ApiFailure(422, 'Validation Failed', { errors: [error] });
}
const DEFAULT_PAGE_SIZE = 30;
const MAX_PAGE_SIZE = 100;
/** One page of the items, as `per_page` and `page` ask, with a `Link` header to its neighbours. */
function paged({ url }, items, toBody) {
    const size = Math.min(positive(url.searchParams.get('per_page')) ?? DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE);
    const page = positive(url.searchParams.get('page')) ?? 1;
    const last = Math.max(1, Math.ceil(items.length / size));
    const link = linkHeader(url, page, last);
    return {
        status: 200,
        body: items.slice((page - 1) * size, page * size).map(toBody),
        ...(link === '' ? {} : { headers: { link } })
    };
}
function linkHeader(url, page, last) {
    const links = [];
    if (page > 1)
        links.push(['prev', page - 1]);
    if (page < last)
        links.push(['next', page + 1], ['last', last]);
    if (page > 1)
        links.push(['first', 1]);
    return links.map(([rel, number]) => `<${pageUrl(url, number)}>; rel="${rel}"`).join(', ');
}
function pageUrl(url, page) {
    const other = new URL(url);
    other.searchParams.set('page', String(page));
    return other.href;
}
function positive(text) {
    return text !== null && /^[1-9]\d*$/.test(text) ? Number(text) : null;
}
/** A property of the request's body that must be text where it is given. */
function optionalText(body, field, resource) {
    const value = body[field];
    if (value === undefined || value === null)
        return null;
    if (typeof value !== 'string')
        throw invalid({ resource, field, code: 'invalid' });
    return value;
}
function requiredText(body, field, resource) {
    const text = optionalText(body, field, resource);
    if (text === null)
        throw invalid({ resource, field, code: 'missing_field' });
    return text;
}
/** A property that must be true or false where it is given. */
function flag(body, field, otherwise) {
    const value = body[field];
    return typeof value === 'boolean' ? value : otherwise;
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/routes/account.js


/** Whom a token speaks for. */
function accountRoutes() {
    return [
        {
            operation: 'GET /user',
            needs: [],
            handle: ({ site, viewer }) => {
                if (viewer.kind === 'installation') {
                    throw new ApiFailure(403, 'Resource not accessible by integration');
                }
                return { status: 200, body: privateUserBody(site, viewer.account) };
            }
        }
    ];
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/routes/deployments.js



/** Deployments and their statuses. */
function deploymentRoutes() {
    const [read, write] = [[['deployments', 'read']], [['deployments', 'write']]];
    const one = '/repos/{owner}/{repo}/deployments/{deployment_id}/statuses';
    return [
        { operation: 'GET /repos/{owner}/{repo}/deployments', needs: read, handle: listDeployments },
        { operation: 'POST /repos/{owner}/{repo}/deployments', needs: write, handle: createDeployment },
        { operation: `GET ${one}`, needs: read, handle: listStatuses },
        { operation: `POST ${one}`, needs: write, handle: createStatus }
    ];
}
const STATES = [
    'error',
    'failure',
    'inactive',
    'in_progress',
    'queued',
    'pending',
    'success'
];
/** In characters, not in UTF-16 units. */
const MAX_DESCRIPTION = 140;
/** Newest first. */
function listDeployments(request) {
    const wanted = ['sha', 'ref', 'task', 'environment'].flatMap((name) => {
        const value = request.url.searchParams.get(name);
        return value === null || value === 'none' ? [] : [{ name, value }];
    });
    const deployments = [...request.site.state.deployments.values()]
        .filter((deployment) => wanted.every(({ name, value }) => deployment[name] === value))
        .reverse();
    return paged(request, deployments, (deployment) => deploymentBody(request.site, deployment));
}
function createDeployment({ site, viewer, body }) {
    const { state } = site;
    const ref = requiredText(body, 'ref', 'Deployment');
    const sha = state.resolve(ref);
    if (sha === null)
        throw new ApiFailure(422, `No ref found for: ${ref}`);
    const missing = requiredContexts(body);
    if (missing.length > 0) {
        throw new ApiFailure(409, `Conflict: Commit status checks failed for ${ref}: ${missing.join(', ')}`);
    }
    const environment = optionalText(body, 'environment', 'Deployment') ?? 'production';
    const now = state.now();
    const deployment = {
        id: state.newId(),
        sha,
        ref,
        task: optionalText(body, 'task', 'Deployment') ?? 'deploy',
        environment,
        description: optionalText(body, 'description', 'Deployment'),
        payload: payloadOf(body),
        transient: flag(body, 'transient_environment', false),
        production: flag(body, 'production_environment', environment === 'production'),
        creator: viewer.account,
        createdAt: now,
        updatedAt: now,
        statuses: []
    };
    state.deployments.set(deployment.id, deployment);
    return { status: 201, body: deploymentBody(site, deployment) };
}
/** Newest first. */
function listStatuses(request) {
    const deployment = deploymentOf(request);
    return paged(request, deployment.statuses.toReversed(), (status) => statusBody(request.site, deployment, status));
}
function createStatus(request) {
    const { site, viewer, body } = request;
    const deployment = deploymentOf(request);
    const about = { resource: 'DeploymentStatus' };
    const state = requiredText(body, 'state', 'DeploymentStatus');
    if (!STATES.includes(state))
        throw invalid({ ...about, field: 'state', code: 'invalid' });
    const description = optionalText(body, 'description', 'DeploymentStatus') ?? '';
    if (Array.from(description).length > MAX_DESCRIPTION)
        throw invalid({ ...about, field: 'description', code: 'invalid' });
    const status = {
        id: site.state.newId(),
        state,
        description,
        environment: optionalText(body, 'environment', 'DeploymentStatus') ?? deployment.environment,
        environmentUrl: optionalText(body, 'environment_url', 'DeploymentStatus') ?? '',
        logUrl: optionalText(body, 'log_url', 'DeploymentStatus') ??
            optionalText(body, 'target_url', 'DeploymentStatus') ??
            '',
        creator: viewer.account,
        createdAt: site.state.now()
    };
    if (state === 'success' && flag(body, 'auto_inactive', true))
        retireOthers(site, deployment, status);
    deployment.statuses.push(status);
    deployment.updatedAt = status.createdAt;
    return { status: 201, body: statusBody(site, deployment, status) };
}
/**
 * A success makes the earlier deployments of its environment inactive, but for transient and production ones.
 * https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status
 */
function retireOthers({ state }, current, status) {
    for (const other of state.deployments.values()) {
        const active = other.statuses.at(-1)?.state === 'success';
        if (other.id >= current.id || other.environment !== status.environment)
            continue;
        if (active && !other.transient && !other.production) {
            other.statuses.push({ ...status, id: state.newId(), state: 'inactive', description: '' });
        }
    }
}
function deploymentOf({ site, params }) {
    const deployment = site.state.deployments.get(Number(params['deployment_id']));
    if (deployment === undefined)
        throw notFound();
    return deployment;
}
/** The stand-in keeps no commit statuses, so every context that is asked for is missing. */
function requiredContexts(body) {
    const contexts = body['required_contexts'];
    return Array.isArray(contexts) ? contexts.map(String) : [];
}
function payloadOf({ payload }) {
    if (typeof payload === 'string')
        return payload;
    return typeof payload === 'object' && payload !== null ? payload : {};
}
function deploymentBody(site, deployment) {
    const url = `${repoApi(site)}/deployments/${deployment.id}`;
    return {
        url,
        id: deployment.id,
        node_id: nodeId('Deployment', deployment.id),
        task: deployment.task,
        original_environment: deployment.environment,
        environment: deployment.statuses.at(-1)?.environment ?? deployment.environment,
        description: deployment.description,
        created_at: deployment.createdAt,
        updated_at: deployment.updatedAt,
        statuses_url: `${url}/statuses`,
        repository_url: repoApi(site),
        creator: userBody(site, deployment.creator),
        sha: deployment.sha,
        ref: deployment.ref,
        payload: deployment.payload,
        transient_environment: deployment.transient,
        production_environment: deployment.production,
        performed_via_github_app: appOf(site, deployment.creator)
    };
}
function statusBody(site, deployment, status) {
    const url = `${repoApi(site)}/deployments/${deployment.id}`;
    return {
        url: `${url}/statuses/${status.id}`,
        id: status.id,
        node_id: nodeId('DeploymentStatus', status.id),
        state: status.state,
        creator: userBody(site, status.creator),
        description: status.description,
        environment: status.environment,
        target_url: status.logUrl,
        created_at: status.createdAt,
        updated_at: status.createdAt,
        deployment_url: url,
        repository_url: repoApi(site),
        environment_url: status.environmentUrl,
        log_url: status.logUrl,
        performed_via_github_app: appOf(site, status.creator)
    };
}
function appOf(site, account) {
    return account.login === ACTIONS_BOT.login ? appBody(site) : null;
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/bodies/comparison.js



/** Without paging GitHub shows the first 250 commits, and never more than 300 files. */
const MAX_COMMITS = 250;
const MAX_FILES = 300;
/** What the head has that the base has not; null when they have no commit in common. */
function comparisonBody(site, base, head, request) {
    const { git } = site.state;
    const parted = git.mergeBase(base.sha, head.sha);
    if (parted === null)
        return null;
    const [ofBase, ofHead] = [git.ancestors(base.sha), git.ancestors(head.sha)];
    const ahead = ofHead.filter((sha) => !ofBase.includes(sha)).reverse();
    const behind = ofBase.filter((sha) => !ofHead.includes(sha));
    const range = `${base.sha}...${head.sha}`;
    const html = `${repoHtml(site)}/compare/${range}`;
    const show = (sha) => commitBody(site, git.knownCommit(sha));
    const query = request.url.searchParams;
    const paging = query.has('page') || query.has('per_page');
    return {
        url: `${repoApi(site)}/compare/${range}`,
        html_url: html,
        permalink_url: html,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
        base_commit: show(base.sha),
        merge_base_commit: show(parted),
        status: statusOf(ahead.length, behind.length),
        ahead_by: ahead.length,
        behind_by: behind.length,
        total_commits: ahead.length,
        commits: paging ? paged(request, ahead, show).body : ahead.slice(0, MAX_COMMITS).map(show),
        files: diffEntries(site, git.filesOf(parted), git.filesOf(head.sha), head.sha).slice(0, MAX_FILES)
    };
}
function statusOf(ahead, behind) {
    if (ahead > 0)
        return behind > 0 ? 'diverged' : 'ahead';
    return behind > 0 ? 'behind' : 'identical';
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/routes/git.js




/** Commits, trees, blobs and comparisons. */
function gitRoutes() {
    const needs = [['contents', 'read']];
    const read = (path, handle) => ({
        operation: `GET /repos/{owner}/{repo}/${path}`,
        needs,
        handle
    });
    return [
        read('git/commits/{commit_sha}', getGitCommit),
        read('git/trees/{tree_sha}', getTree),
        read('git/blobs/{file_sha}', getBlob),
        read('compare/{basehead}', compare)
    ];
}
function getGitCommit({ site, params }) {
    const commit = site.state.git.commit(params['commit_sha'] ?? '');
    if (commit === null)
        throw notFound();
    return { status: 200, body: gitCommitBody(site, commit) };
}
/** Takes a tree's SHA, a commit's, or a branch. Any value of `recursive`, even 0, means yes. */
function getTree({ site, params, url }) {
    const { git, treeLimit } = site.state;
    const named = params['tree_sha'] ?? '';
    const commit = site.state.resolve(named);
    const sha = commit === null ? named : git.knownCommit(commit).tree;
    const entries = git.tree(sha);
    if (entries === null)
        throw notFound();
    const listed = url.searchParams.has('recursive')
        ? git.walk(sha)
        : entries.map((entry) => ({ ...entry, path: entry.name }));
    const tree = listed.slice(0, treeLimit).map(({ path, mode, sha: entrySha }) => {
        const type = mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob';
        const size = type === 'blob' ? { size: git.blob(entrySha)?.byteLength ?? 0 } : {};
        const address = type === 'commit' ? {} : { url: `${repoApi(site)}/git/${type}s/${entrySha}` };
        return { path, mode, type, sha: entrySha, ...size, ...address };
    });
    const truncated = listed.length > treeLimit;
    return { status: 200, body: { sha, url: `${repoApi(site)}/git/trees/${sha}`, tree, truncated } };
}
function getBlob({ site, params }) {
    const sha = params['file_sha'] ?? '';
    const bytes = site.state.git.blob(sha);
    if (bytes === null)
        throw notFound();
    return {
        status: 200,
        body: {
            sha,
            node_id: nodeId('Blob', sha),
            size: bytes.byteLength,
            url: `${repoApi(site)}/git/blobs/${sha}`,
            content: wrappedBase64(bytes),
            encoding: 'base64'
        }
    };
}
function compare(request) {
    const { site, params } = request;
    const ends = (params['basehead'] ?? '').split('...').map((ref) => site.state.resolve(ref));
    const [base, head] = ends.map((sha) => (sha === null ? null : site.state.git.commit(sha)));
    if (ends.length !== 2 || !base || !head)
        throw notFound();
    const body = comparisonBody(site, base, head, request);
    if (body === null)
        throw new ApiFailure(404, `No common ancestor between ${base.sha} and ${head.sha}.`);
    return { status: 200, body };
}
/** GitHub breaks base64 after 60 characters. */
function wrappedBase64(bytes) {
    return Buffer.from(bytes)
        .toString('base64')
        .replaceAll(/.{1,60}/g, '$&\n');
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/routes/issue-filter.js
/**
 * The issues that a list request asks for, in the order it asks for: open ones, newest first, by default.
 *
 * @param commentCount how many comments an issue has
 */
function selectIssues(issues, query, commentCount) {
    const wanted = issues.filter((issue) => Object.entries(FILTERS).every(([name, keeps]) => {
        const value = query.get(name) ?? (name === 'state' ? 'open' : null);
        return value === null || keeps(issue, value);
    }));
    const key = issue_filter_sortKey(query.get('sort'), commentCount);
    const sign = query.get('direction') === 'asc' ? 1 : -1;
    return wanted.sort((a, b) => sign * (key(a) - key(b) || a.number - b.number));
}
/** Milestones and issue types are not kept here, so no issue has one. */
const FILTERS = {
    state: (issue, value) => value === 'all' || issue.state === value,
    labels: (issue, value) => value.split(',').every((name) => issue.labels.some((label) => label.name === name)),
    creator: (issue, value) => issue.author.login === value,
    mentioned: (issue, value) => (issue.body ?? '').includes(`@${value}`),
    since: (issue, value) => Date.parse(issue.updatedAt) >= Date.parse(value),
    assignee: (issue, value) => {
        if (value === 'none')
            return issue.assignees.length === 0;
        return value === '*' ? issue.assignees.length > 0 : issue.assignees.some(({ login }) => login === value);
    },
    milestone: (_, value) => value === 'none',
    type: (_, value) => value === 'none'
};
function issue_filter_sortKey(sort, commentCount) {
    if (sort === 'comments')
        return commentCount;
    return (issue) => Date.parse(sort === 'updated' ? issue.updatedAt : issue.createdAt);
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/routes/issues.js



/** Issues, and comments on issues and pull requests alike. */
function issueRoutes() {
    const discussion = (access) => [
        ['issues', access],
        ['pull-requests', access]
    ];
    return [
        {
            operation: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
            needs: discussion('read'),
            handle: listComments
        },
        {
            operation: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
            needs: discussion('write'),
            handle: createComment
        },
        {
            operation: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
            needs: discussion('write'),
            handle: updateComment
        },
        {
            operation: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
            needs: discussion('write'),
            handle: deleteComment
        },
        { operation: 'GET /repos/{owner}/{repo}/issues', needs: [['issues', 'read']], handle: listIssues },
        { operation: 'POST /repos/{owner}/{repo}/issues', needs: [['issues', 'write']], handle: createIssue },
        {
            operation: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
            needs: discussion('write'),
            handle: updateIssue
        }
    ];
}
/** GitHub's own limits. It counts characters; UTF-16 units are the strictest reading of that. */
const MAX_BODY_LENGTH = 65_536;
const MAX_TITLE_LENGTH = 256;
function listComments(request) {
    const since = request.url.searchParams.get('since');
    const comments = request.site.state
        .commentsOn(issueOf(request).number)
        .filter(({ updatedAt }) => since === null || Date.parse(updatedAt) >= Date.parse(since));
    return paged(request, comments, (comment) => commentBody(request.site, comment));
}
function createComment(request) {
    const { site, viewer, body } = request;
    const issue = issueOf(request);
    const comment = site.state.addComment(issue.number, viewer.account.login, commentText(body));
    return { status: 201, body: commentBody(site, comment) };
}
function updateComment(request) {
    const { site, body } = request;
    const comment = commentOf(request);
    comment.body = commentText(body);
    comment.updatedAt = site.state.now();
    return { status: 200, body: commentBody(site, comment) };
}
function deleteComment(request) {
    request.site.state.comments.delete(commentOf(request).id);
    return { status: 204 };
}
function listIssues(request) {
    const { state } = request.site;
    const commentCount = ({ number }) => state.commentsOn(number).length;
    const issues = selectIssues([...state.issues.values()], request.url.searchParams, commentCount);
    return paged(request, issues, (issue) => issueBody(request.site, issue));
}
function createIssue({ site, viewer, body }) {
    const { state } = site;
    const title = titleOf(body) ?? '';
    if (title === '')
        throw invalid({ resource: 'Issue', field: 'title', code: 'missing_field' });
    const issue = state.openIssue(title, issueText(body), viewer.account.login);
    edit(issue, { ...body, title: undefined, body: undefined }, { site, viewer });
    return { status: 201, body: issueBody(site, issue) };
}
function updateIssue(request) {
    const issue = issueOf(request);
    edit(issue, request.body, request);
    return { status: 200, body: issueBody(request.site, issue) };
}
/** Takes over what the body names and leaves the rest. */
function edit(issue, body, { site, viewer }) {
    const { state } = site;
    const login = viewer.account.login;
    const [title, text] = [titleOf(body), issueText(body)];
    issue.title = title ?? issue.title;
    issue.body = body['body'] === undefined ? issue.body : text;
    issue.labels = list(body['labels'])?.map((label) => state.label(nameOf(label, 'name'))) ?? issue.labels;
    issue.assignees =
        list(body['assignees'])?.map((who) => state.account(nameOf(who, 'login'))) ?? issue.assignees;
    issue.updatedAt = state.now();
    if (body['state'] === 'closed' && issue.state === 'open') {
        if (issue.pull === null)
            state.closeIssue(issue, login);
        else
            state.closePullRequest(issue.number, login);
    }
    if (body['state'] === 'open' && issue.state === 'closed') {
        Object.assign(issue, { state: 'open', closedAt: null, closedBy: null, stateReason: 'reopened' });
    }
    const reason = optionalText(body, 'state_reason', 'Issue');
    if (issue.state === 'closed')
        issue.stateReason = reason ?? issue.stateReason ?? 'completed';
}
function issueOf({ site, params }) {
    const issue = site.state.issues.get(Number(params['issue_number']));
    if (issue === undefined)
        throw notFound();
    return issue;
}
function commentOf({ site, params }) {
    const comment = site.state.comments.get(Number(params['comment_id']));
    if (comment === undefined)
        throw notFound();
    return comment;
}
function commentText(body) {
    const text = requiredText(body, 'body', 'IssueComment');
    const about = { resource: 'IssueComment', field: 'body' };
    if (text.trim() === '')
        throw invalid({ ...about, code: 'unprocessable', message: 'Body cannot be blank' });
    if (text.length > MAX_BODY_LENGTH) {
        const message = `Body is too long (maximum is ${MAX_BODY_LENGTH} characters)`;
        throw invalid({ ...about, code: 'unprocessable', message });
    }
    return text;
}
/** A title may be a number too. */
function titleOf({ title }) {
    if (typeof title !== 'string' && typeof title !== 'number')
        return null;
    return atMost(MAX_TITLE_LENGTH, 'title', String(title));
}
function issueText(body) {
    const text = optionalText(body, 'body', 'Issue');
    return text === null ? null : atMost(MAX_BODY_LENGTH, 'body', text);
}
function atMost(limit, field, text) {
    if (text.length <= limit)
        return text;
    const message = `${field} is too long (maximum is ${limit} characters)`;
    throw invalid({ resource: 'Issue', field, code: 'custom', message });
}
function list(value) {
    return Array.isArray(value) ? value : null;
}
/** Labels and assignees are given by name, or as an object that has it. */
function nameOf(value, property) {
    const name = typeof value === 'object' && value !== null ? value[property] : value;
    if (typeof name !== 'string')
        throw invalid({ resource: 'Issue', field: property, code: 'invalid' });
    return name;
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/routes/pulls.js



/** Pull requests and how commits lead to them. */
function pullRoutes() {
    return [
        {
            operation: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
            needs: [['pull-requests', 'read']],
            handle: (request) => ({ status: 200, body: pullRequestBody(request.site, pullOf(request)) })
        },
        {
            operation: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
            needs: [['pull-requests', 'read']],
            handle: (request) => paged(request, changedFiles(request.site, pullOf(request)), (file) => file)
        },
        {
            operation: 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
            needs: [['pull-requests', 'read']],
            handle: pullsOfCommit
        }
    ];
}
function pullsOfCommit(request) {
    const { site, params } = request;
    const sha = site.state.resolve(params['commit_sha'] ?? '');
    if (sha === null)
        throw new ApiFailure(422, `No commit found for SHA: ${params['commit_sha'] ?? ''}`);
    const pulls = site.state.pullRequestsOf(sha);
    return paged(request, pulls, (issue) => pullRequestSimpleBody(site, issue));
}
function pullOf({ site, params }) {
    const issue = site.state.issues.get(Number(params['pull_number']));
    if (issue === undefined || !isPullRequest(issue))
        throw notFound();
    return issue;
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/router.js






/** Every operation that the stand-in serves. Where two fit a path, the first one is meant. */
function allRoutes() {
    return [...accountRoutes(), ...issueRoutes(), ...pullRoutes(), ...gitRoutes(), ...deploymentRoutes()];
}
/** The operation that a request is for, or null when the stand-in serves none. */
function findRoute(routes, method, path) {
    for (const route of routes) {
        const [routeMethod, template = ''] = route.operation.split(' ');
        const match = routeMethod === method ? templatePattern(template).exec(path) : null;
        if (match !== null)
            return { route, params: decoded(match.groups ?? {}) };
    }
    return null;
}
/** Runs the operation, once the token's permissions and the repository are found to be right. */
function answer({ route, params }, request) {
    const { owner, repo } = params;
    const { state } = request.site;
    if (owner !== undefined && (!sameName(owner, state.owner.login) || !sameName(repo ?? '', state.repo))) {
        throw notFound();
    }
    demandPermission(route, request.viewer);
    return route.handle({ ...request, params });
}
/** The parameters that may hold slashes. */
const LONG_PARAMETERS = ['commit_sha', 'basehead'];
function templatePattern(template) {
    const pattern = template.replaceAll(/[.]/g, '\\.').replaceAll(/\{(\w+)\}/g, (_, name) => {
        const part = LONG_PARAMETERS.includes(name) ? '.+' : '[^/]+';
        return `(?<${name}>${part})`;
    });
    return new RegExp(`^${pattern}$`);
}
function decoded(groups) {
    try {
        return Object.fromEntries(Object.entries(groups).map(([name, part]) => [name, decodeURIComponent(part)]));
    }
    catch {
        throw new ApiFailure(400, 'Bad Request');
    }
}
function sameName(a, b) {
    return a.toLowerCase() === b.toLowerCase();
}
function demandPermission({ needs }, { permissions, kind }) {
    const enough = needs.some(([permission, access]) => {
        const granted = permissions[permission] ?? 'none';
        return granted === 'write' || granted === access;
    });
    if (enough || needs.length === 0)
        return;
    const accepted = needs.map(([name, access]) => `${name.replace('-', '_')}=${access}`).join('; ');
    const whose = kind === 'user' ? 'personal access token' : 'integration';
    throw new ApiFailure(403, `Resource not accessible by ${whose}`, {}, { 'x-accepted-github-permissions': accepted });
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/exchange.js




/** Answers one request, records it, and lets the planned fault happen. */
async function exchange_serve(service, incoming, response) {
    const method = incoming.method ?? 'GET';
    const url = new URL(incoming.url ?? '/', service.site.apiUrl);
    const text = await readText(incoming);
    const fault = service.faults.take(method, url.pathname);
    if (fault?.delay !== undefined)
        await (0,external_node_timers_promises_namespaceObject.setTimeout)(fault.delay, undefined, { ref: false });
    const reply = replyUnder(fault, () => realReply(service, incoming, url, text));
    const headers = reply === null ? {} : replyHeaders(reply);
    service.record({
        method,
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: shownHeaders(incoming),
        body: shownBody(text),
        operation: findRoute(service.routes, method, url.pathname)?.route.operation ?? null,
        status: reply?.status ?? null,
        responseHeaders: headers,
        responseBody: reply?.body,
        scripted: reply === null || fault?.status !== undefined
    });
    if (reply === null)
        incoming.socket.destroy();
    else
        send(response, reply, headers, fault?.cut === true);
}
/** null where the fault breaks the connection instead. */
function replyUnder(fault, real) {
    if (fault?.reset === true || fault?.reset === 'before')
        return null;
    const reply = scriptedReply(fault) ?? real();
    return fault?.reset === 'after' ? null : reply;
}
function scriptedReply(fault) {
    if (fault?.status === undefined)
        return null;
    const { status, headers = {} } = fault;
    const body = fault.body ?? {
        message: `Scripted ${status}`,
        documentation_url: 'https://docs.github.com/rest'
    };
    return { status, body, headers };
}
function realReply(service, incoming, url, text) {
    const { site, routes } = service;
    try {
        if (incoming.headers['user-agent'] === undefined) {
            throw new ApiFailure(403, 'Request forbidden by administrative rules. Please set a User-Agent header.');
        }
        const viewer = viewerOf(service, incoming.headers.authorization);
        const match = findRoute(routes, incoming.method ?? 'GET', url.pathname);
        if (match === null)
            throw new ApiFailure(404, 'Not Found');
        return answer(match, { site, viewer, url, body: jsonBody(text) });
    }
    catch (error) {
        if (error instanceof ApiFailure)
            return error.reply();
        const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
        return new ApiFailure(500, `The stand-in failed: ${what}`).reply();
    }
}
function viewerOf({ tokens, site }, authorization = '') {
    const token = /^(?:token|bearer) +(.+)$/i.exec(authorization)?.[1];
    const grant = token !== undefined && Object.hasOwn(tokens, token) ? tokens[token] : undefined;
    if (grant === undefined)
        throw new ApiFailure(401, 'Bad credentials');
    const { login = ACTIONS_BOT.login, kind = 'installation', permissions = {} } = grant;
    return { account: site.state.account(login), kind, permissions };
}
function jsonBody(text) {
    if (text === '')
        return {};
    const body = shownBody(text);
    if (typeof body === 'string')
        throw new ApiFailure(400, 'Problems parsing JSON');
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
        throw new ApiFailure(400, 'Body should be a JSON object');
    }
    return body;
}
function shownBody(text) {
    if (text === '')
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}
function shownHeaders({ headers }) {
    const shown = Object.entries(headers).flatMap(([name, value]) => name === 'authorization' || value === undefined ? [] : [[name, String(value)]]);
    return Object.fromEntries(shown);
}
/** The stand-in counts no requests against a limit. */
function replyHeaders({ body, headers = {} }) {
    const type = typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
    return {
        ...(body === undefined ? {} : { 'content-type': type }),
        'x-github-media-type': 'github.v3; format=json',
        'x-ratelimit-limit': '5000',
        'x-ratelimit-remaining': '4999',
        ...headers
    };
}
function send(response, { status, body }, headers, cut) {
    if (body === undefined) {
        response.writeHead(status, headers).end();
        return;
    }
    const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    response.writeHead(status, { ...headers, 'content-length': bytes.byteLength });
    if (cut)
        response.write(bytes.subarray(0, bytes.byteLength / 2), () => response.destroy());
    else
        response.end(bytes);
}
async function readText(incoming) {
    const chunks = [];
    for await (const chunk of incoming)
        chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/faults.js
/** Faults that wait for the requests they are meant for, each for a number of times. */
class FaultPlan {
    planned = [];
    add(match, times, fault) {
        this.planned.push({ match, fault, left: times });
    }
    /** The first fault that fits and is not used up; counts as one use. */
    take(method, path) {
        const next = this.planned.find(({ match, left }) => left > 0 && fits(match, method, path));
        if (next === undefined)
            return null;
        next.left -= 1;
        return next.fault;
    }
}
function fits(match, method, path) {
    if (typeof match === 'function')
        return match(method, path);
    const request = `${method} ${path}`;
    return typeof match === 'string' ? request.includes(match) : match.test(request);
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/github.js






/**
 * Starts a GitHub with one repository on 127.0.0.1: the REST operations that this project uses, in memory,
 * with GitHub's own shapes, permissions, paging and limits.
 */
async function startGitHub(options) {
    const server = (0,external_node_http_namespaceObject.createServer)();
    await new Promise((resolve, reject) => {
        server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    return new GitHubStandIn(server, options);
}
/** The repository's state, its API over HTTP, and the events that GitHub would send. */
class GitHubStandIn extends GitHubState {
    server;
    /** Where the API is, such as `http://127.0.0.1:40000`. */
    apiUrl;
    serverUrl;
    /** `owner/repo` */
    repository;
    /** Everything that was asked and answered so far. */
    exchanges = [];
    faults = new FaultPlan();
    listeners;
    /** @param server listens already, and has no handler yet */
    constructor(server, options) {
        super(options);
        this.server = server;
        this.apiUrl = `http://127.0.0.1:${server.address().port}`;
        this.serverUrl = options.serverUrl ?? 'https://github.com';
        this.repository = `${this.owner.login}/${this.repo}`;
        this.listeners = options.onExchange === undefined ? [] : [options.onExchange];
        const { tokens } = options;
        const service = { site: this.site, routes: allRoutes(), tokens, faults: this.faults, record: this.record };
        server.on('request', (incoming, response) => {
            exchange_serve(service, incoming, response).catch(() => incoming.socket.destroy());
        });
    }
    onExchange(listener) {
        this.listeners.push(listener);
    }
    /** Lets the next requests that fit fail, as often as `times` says. */
    fail(match, times, fault) {
        this.faults.add(match, times, fault);
    }
    pullRequestEvent(number, action, options) {
        return pullRequestEvent(this.site, number, action, options);
    }
    pushEvent(push, options) {
        return pushEvent(this.site, push, options);
    }
    mergeGroupEvent(number, options) {
        return mergeGroupEvent(this.site, number, options);
    }
    scheduleEvent(schedule) {
        return scheduleEvent(this.site, schedule);
    }
    workflowDispatchEvent(options) {
        return workflowDispatchEvent(this.site, options);
    }
    issueCommentEvent(number, body, options) {
        return issueCommentEvent(this.site, number, body, options);
    }
    workflowRunEvent(run, options) {
        return workflowRunEvent(this.site, run, options);
    }
    repositoryDispatchEvent(type, options) {
        return repositoryDispatchEvent(this.site, type, options);
    }
    async close() {
        await new Promise((resolve, reject) => {
            this.server.close((error) => {
                if (error === undefined)
                    resolve();
                else
                    reject(error);
            });
            this.server.closeAllConnections();
        });
    }
    get site() {
        return { state: this, apiUrl: this.apiUrl, serverUrl: this.serverUrl };
    }
    record = (exchange) => {
        this.exchanges.push(exchange);
        for (const listener of this.listeners)
            listener(exchange);
    };
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __nccwpck_require__(8815);
;// CONCATENATED MODULE: ./lib/stand-ins/runner/action-inputs.js

/**
 * The variables through which the runner hands an action its inputs: `INPUT_` and the name in upper case,
 * with spaces as underscores; dashes stay. An input that is not given gets its default from action.yml.
 *
 * @param actionYml the text of action.yml
 * @throws Error for an input that action.yml does not have, and for an expression that is not known here
 */
function inputVariables(actionYml, given, context) {
    const declared = declaredInputs(actionYml);
    const unknown = Object.keys(given).filter((name) => !declared.has(name));
    if (unknown.length > 0) {
        throw new Error(`Unexpected input(s) '${unknown.join("', '")}', valid inputs are ['${[...declared.keys()].join("', '")}']`);
    }
    const values = [...declared].map(([name, defaultText]) => [
        `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
        given[name] ?? evaluate(defaultText, context)
    ]);
    return Object.fromEntries(values);
}
/** Every input's name and default text. */
function declaredInputs(actionYml) {
    const action = (0,dist/* parse */.qg)(actionYml);
    return new Map(Object.entries(action?.inputs ?? {}).map(([name, input]) => [name, action_inputs_textOf(input?.default ?? '')]));
}
/** A default is text to the runner, whatever YAML reads it as. */
function action_inputs_textOf(value) {
    return typeof value === 'string' ? value : JSON.stringify(value);
}
function evaluate(text, { token, matrix }) {
    return text.replaceAll(/\$\{\{(.*?)\}\}/g, (_, expression) => {
        const known = expression.replaceAll(/\s/g, '').toLowerCase();
        if (known === 'github.token')
            return token;
        if (known === 'tojson(matrix)')
            return JSON.stringify(matrix, null, 2);
        throw new Error(`The default "${text}" has an expression that is not known here.`);
    });
}

;// CONCATENATED MODULE: ./lib/stand-ins/runner/command-file.js
/**
 * Reads a file that an action fills for the runner, such as GITHUB_OUTPUT: `name=value` lines, and values of
 * several lines as `name<<DELIMITER`, the lines, `DELIMITER`.
 *
 * @throws Error for what the runner would refuse
 */
function readCommandFile(text) {
    const values = {};
    const lines = text.split(/\r?\n/);
    while (lines.length > 0) {
        const line = lines.shift() ?? '';
        if (line === '')
            continue;
        const [equals, heredoc] = [line.indexOf('='), line.indexOf('<<')];
        if (heredoc > 0 && (equals < 0 || heredoc < equals)) {
            values[line.slice(0, heredoc)] = takeUntil(lines, line.slice(heredoc + 2));
        }
        else if (equals > 0) {
            values[line.slice(0, equals)] = line.slice(equals + 1);
        }
        else {
            throw new Error(`The runner cannot read the line "${line}": it is neither name=value nor name<<delimiter.`);
        }
    }
    return values;
}
function takeUntil(lines, delimiter) {
    const end = lines.indexOf(delimiter);
    if (delimiter === '' || end < 0)
        throw new Error(`The runner finds no line "${delimiter}" that ends a value.`);
    const value = lines.splice(0, end + 1);
    return value.slice(0, -1).join('\n');
}

;// CONCATENATED MODULE: ./lib/stand-ins/runner/context.js

/** The GITHUB_ and RUNNER_ variables that do not name a file. */
function contextVariables(context) {
    const [owner = ''] = context.repository.split('/');
    const actor = context.actor ?? 'octo-dev';
    const workflow = context.workflow ?? 'zis';
    return {
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_EVENT_NAME: context.eventName,
        GITHUB_REPOSITORY: context.repository,
        GITHUB_REPOSITORY_OWNER: owner,
        GITHUB_SHA: context.sha,
        GITHUB_REF: context.ref,
        GITHUB_REF_NAME: context.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
        GITHUB_REF_TYPE: context.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
        GITHUB_HEAD_REF: context.headRef ?? '',
        GITHUB_BASE_REF: context.baseRef ?? '',
        GITHUB_SERVER_URL: context.serverUrl,
        GITHUB_API_URL: context.apiUrl,
        GITHUB_GRAPHQL_URL: `${context.apiUrl}/graphql`,
        GITHUB_RUN_ID: String(context.runId ?? 1_000_000_001),
        GITHUB_RUN_NUMBER: String(context.runNumber ?? 1),
        GITHUB_RUN_ATTEMPT: String(context.runAttempt ?? 1),
        GITHUB_RETENTION_DAYS: '90',
        GITHUB_WORKFLOW: workflow,
        GITHUB_WORKFLOW_REF: `${context.repository}/.github/workflows/${workflow}.yml@${context.ref}`,
        GITHUB_JOB: context.job ?? 'zis',
        GITHUB_ACTION: '__run',
        GITHUB_ACTOR: actor,
        GITHUB_TRIGGERING_ACTOR: actor,
        GITHUB_WORKSPACE: context.workspace,
        RUNNER_NAME: 'stand-in',
        RUNNER_OS: RUNNER_SYSTEMS[external_node_os_namespaceObject.platform()] ?? 'Linux',
        RUNNER_ARCH: external_node_os_namespaceObject.arch().toUpperCase(),
        RUNNER_ENVIRONMENT: 'self-hosted'
    };
}
const RUNNER_SYSTEMS = { darwin: 'macOS', linux: 'Linux', win32: 'Windows' };

;// CONCATENATED MODULE: ./lib/stand-ins/runner/read-workflow-commands.js
/**
 * Reads the workflow commands of a log as the runner does (actions/runner, ActionCommand.cs): a line ends at \n, \r
 * or \r\n, what .NET takes for white space is left out before `::`, and a command of the older form `##[name]data`
 * counts wherever it begins. Between `::stop-commands::token` and `::token::` lines are plain text.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
function readWorkflowCommands(stdout) {
    const annotations = [];
    const masks = [];
    let stoppedBy = null;
    for (const line of stdout.split(/\r\n|\r|\n/)) {
        const command = parseCommand(line);
        if (command === null)
            continue;
        if (stoppedBy !== null) {
            if (command.name === stoppedBy)
                stoppedBy = null;
            continue;
        }
        if (command.name === 'stop-commands')
            stoppedBy = command.message;
        else if (command.name === 'add-mask')
            masks.push(command.message);
        else if (isLevel(command.name))
            annotations.push(toAnnotation(command.name, command));
    }
    return { annotations, masks };
}
const COMMAND = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*::(?<name>[^ :]+)(?: (?<properties>.*?))?::(?<message>.*)$/s;
const OLD_COMMAND = /##\[(?<name>[^\s\]]+)(?: (?<properties>[^\]]*))?\](?<message>.*)$/s;
function parseCommand(line) {
    const groups = (COMMAND.exec(line) ?? OLD_COMMAND.exec(line))?.groups;
    if (groups === undefined)
        return null;
    const { name = '', properties = '', message = '' } = groups;
    const pairs = properties.split(',').flatMap((pair) => {
        const at = pair.indexOf('=');
        return at < 0 ? [] : [[pair.slice(0, at).trim(), unescapeProperty(pair.slice(at + 1))]];
    });
    return { name, properties: new Map(pairs), message: unescapeData(message) };
}
function toAnnotation(level, { properties, message }) {
    const number = (name) => {
        const text = properties.get(name);
        return text === undefined || text === '' ? null : Number(text);
    };
    return {
        level,
        message,
        title: properties.get('title') ?? null,
        file: properties.get('file') ?? null,
        line: number('line'),
        endLine: number('endLine'),
        col: number('col'),
        endColumn: number('endColumn')
    };
}
function isLevel(name) {
    return name === 'error' || name === 'warning' || name === 'notice';
}
/** `%25` comes last, so that an escaped percent sign does not make a new escape. */
function unescapeData(text) {
    return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
function unescapeProperty(text) {
    return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}

;// CONCATENATED MODULE: ./lib/stand-ins/runner/runner.js








/**
 * Runs an action as GitHub's runner would: `node main` in a clean environment, with its inputs, the event and
 * fresh files for its outputs.
 *
 * @throws Error for inputs that action.yml does not have, and when the action does not end in time
 */
async function runAction(options) {
    const home = await (0,promises_namespaceObject.mkdtemp)(external_node_path_.join((0,external_node_os_namespaceObject.tmpdir)(), 'zis-runner-'));
    const dispose = () => (0,promises_namespaceObject.rm)(home, { recursive: true, force: true });
    try {
        const folders = await prepare(home, options.context);
        const ended = await execute(options, await environment(options, folders));
        const read = (file) => (0,promises_namespaceObject.readFile)(folders.files[file], 'utf8');
        return {
            ...ended,
            ...readWorkflowCommands(ended.stdout),
            outputs: readCommandFile(await read('GITHUB_OUTPUT')),
            summary: await read('GITHUB_STEP_SUMMARY'),
            tempDir: folders.temp,
            dispose
        };
    }
    catch (error) {
        await dispose();
        throw error;
    }
}
const COMMAND_FILES = [
    'GITHUB_OUTPUT',
    'GITHUB_STATE',
    'GITHUB_ENV',
    'GITHUB_PATH',
    'GITHUB_STEP_SUMMARY'
];
const DEFAULT_TIMEOUT_MS = 60_000;
/** The command files do not lie in RUNNER_TEMP, so that only what the action writes is there. */
async function prepare(home, { event }) {
    const named = COMMAND_FILES.map((name) => [name, external_node_path_.join(home, name.toLowerCase())]);
    const folders = {
        home,
        temp: external_node_path_.join(home, 'temp'),
        tools: external_node_path_.join(home, 'tools'),
        event: external_node_path_.join(home, 'event.json'),
        files: Object.fromEntries(named)
    };
    await Promise.all([folders.temp, folders.tools].map((folder) => (0,promises_namespaceObject.mkdir)(folder)));
    await Promise.all(named.map(([, file]) => (0,promises_namespaceObject.writeFile)(file, '')));
    await (0,promises_namespaceObject.writeFile)(folders.event, JSON.stringify(event));
    return folders;
}
async function environment(options, folders) {
    const { inputs, context, matrix = null, extraEnv = {} } = options;
    const actionYml = await (0,promises_namespaceObject.readFile)(options.actionYml, 'utf8');
    return {
        PATH: process.env['PATH'] ?? '',
        HOME: folders.home,
        ...contextVariables(context),
        ...folders.files,
        GITHUB_EVENT_PATH: folders.event,
        RUNNER_TEMP: folders.temp,
        RUNNER_TOOL_CACHE: folders.tools,
        ...inputVariables(actionYml, inputs, { token: context.token, matrix }),
        ...extraEnv
    };
}
async function execute(options, env) {
    const timeout = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const child = (0,external_node_child_process_namespaceObject.spawn)(options.node ?? process.execPath, [options.dist], {
        cwd: options.context.workspace,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout,
        ...(options.signal === undefined ? {} : { signal: options.signal }),
        killSignal: 'SIGKILL'
    });
    const release = cancelWith(child, options.cancel);
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
        child[name].setEncoding('utf8').on('data', (text) => {
            output[name] += text;
        });
    }
    return new Promise((resolve, reject) => {
        child.on('error', reject);
        child.on('close', (exitCode, signal) => {
            release();
            if (exitCode !== null) {
                resolve({ exitCode, ...output });
                return;
            }
            const why = `The action was ended by ${signal ?? 'a signal'} (it may take ${timeout} ms).`;
            reject(new Error(`${why}\n${output.stdout}\n${output.stderr}`));
        });
    });
}
/** The runner's times (actions/runner, ProcessInvoker.cs). */
const CANCELLATION = [
    ['SIGINT', 0],
    ['SIGTERM', 7500],
    ['SIGKILL', 10_000]
];
/** @returns what ends it: the process is over */
function cancelWith(child, cancel) {
    const timers = [];
    cancel?.addEventListener('abort', () => {
        for (const [signal, after] of CANCELLATION) {
            if (after === 0)
                child.kill(signal);
            else
                timers.push(setTimeout(() => child.kill(signal), after));
        }
    });
    return () => {
        for (const timer of timers)
            clearTimeout(timer);
    };
}

;// CONCATENATED MODULE: ./lib/demo/terminal.js
/** @param colour whether escape sequences are understood (https://no-color.org) */
function createStyle(colour) {
    const paint = (code) => (text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
    return { title: paint(1), dim: paint(2), good: paint(32), added: paint(32), removed: paint(31) };
}
/** More lines of one block than a reader wants to scroll past. */
const MOST_LINES = 24;
/** A comment's Markdown, as a person reads it: without its hidden header and HTML, sections marked, diffs coloured. */
function terminal_readable(markdown, style) {
    const text = markdown
        .replace(/<!--[\s\S]*?-->\n*/g, '')
        .replace(/<summary>([\s\S]*?)<\/summary>/g, (_, title) => `\u25be ${title}`)
        .replace(/^( *)(`{3,}|~{3,})(\w*)\n([\s\S]*?)\n\1\2$/gm, (_, _indent, _mark, language, code) => block(language, code, style));
    const lines = text.split('\n').map((line) => (/^#/.test(line) ? style.title(terminal_plain(line)) : terminal_plain(line)));
    return lines
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim()
        .split('\n');
}
/** A fenced block, indented; long ones are cut, and diagrams are left to GitHub. */
function block(language, code, style) {
    if (language === 'mermaid')
        return style.dim('    (GitHub draws the flow here)');
    const lines = code
        .split('\n')
        .map((line) => `    ${language === 'diff' ? terminal_coloured(line, style) : style.dim(line)}`);
    const hidden = lines.length - MOST_LINES;
    return hidden > 1
        ? [...lines.slice(0, MOST_LINES), style.dim(`    \u2026 ${hidden} more lines`)].join('\n')
        : lines.join('\n');
}
function terminal_coloured(line, { added, removed, dim }) {
    if (line.startsWith('+'))
        return added(line);
    if (line.startsWith('-'))
        return removed(line);
    return dim(line);
}
function terminal_plain(text) {
    return text
        .replace(/<[^>]+>/g, '')
        .replace(/\*\*(.+?)\*\*/g, '$1')
        .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
        .replace(/(?<!`)`([^`]+)`(?!`)/g, '$1')
        .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
        .replaceAll('\u200b', '');
}

;// CONCATENATED MODULE: ./lib/demo/main-job.js








const TOKEN = 'demo-workflow-token';
const FILES = {
    greeting: 'zis/greet-new-tickets.json',
    alert: 'zis/alert-urgent-tickets.json',
    orders: 'zis/link-orders.json',
    tests: 'zis-tests/greet-new-tickets.test.yaml'
};
/**
 * Runs the main job from end to end, with the dist/index.js that a workflow runs: a flow test catches a mistake in a
 * pull request; mended, the pull request, which adds, changes and removes a bundle, gets its comment; its merge changes
 * the registry; a second run changes nothing.
 * GitHub and the registry are stand-ins on this machine.
 *
 * @param home the package's folder
 * @throws Error as soon as a run does not do what is expected of it
 */
async function runMainJob(home, print) {
    const started = Date.now();
    const registry = await startRegistryEmulator();
    const github = await startGitHub({
        tokens: {
            [TOKEN]: {
                kind: 'installation',
                login: 'github-actions[bot]',
                permissions: { contents: 'read', 'pull-requests': 'write' }
            }
        }
    });
    const workspace = await (0,promises_namespaceObject.mkdtemp)((0,external_node_path_.join)((0,external_node_os_namespaceObject.tmpdir)(), 'zis-demo-'));
    try {
        await new MainJob(home, workspace, registry, github, print).play();
        print(`\nThat took ${((Date.now() - started) / 1000).toFixed(1)} seconds. Nothing left this machine.`);
    }
    finally {
        await Promise.all([registry.close(), github.close(), (0,promises_namespaceObject.rm)(workspace, { recursive: true, force: true })]);
    }
}
class MainJob {
    home;
    workspace;
    registry;
    github;
    print;
    style = createStyle(process.stdout.isTTY && process.env['NO_COLOR'] === undefined);
    constructor(home, workspace, registry, github, print) {
        this.home = home;
        this.workspace = workspace;
        this.registry = registry;
        this.github = github;
        this.print = print;
    }
    async play() {
        const { before, mistaken, after } = await this.versions();
        await this.createIntegrations(before);
        this.title('1. The default branch holds two bundles; a push applies them');
        const first = this.github.push('main', before);
        const created = await this.run('push', this.github.pushEvent({ ref: 'refs/heads/main', before: ZERO_SHA, after: first.after }), {
            sha: first.after,
            tree: before
        });
        claim(created.exitCode === 0 && created.outputs['result'] === 'applied', 'the first push is applied', created);
        this.showRegistry();
        this.title('2. A pull request brings flow tests, and a mistake: the note is public');
        const message = 'Link orders, reword the note, drop the alert';
        this.github.branch('change', this.github.commit(mistaken, first.after, { message }));
        const number = this.github.openPullRequest({ head: 'change', title: 'Link orders' }).number;
        const failed = await this.plan(number, 'opened', mistaken);
        claim(failed.exitCode === 1 && failed.outputs['failure-reason'] === 'tests-failed', 'a flow test fails', failed);
        this.showComment(number, (body) => testsPart(body));
        this.title('3. The mistake is mended; the plan adds a bundle, changes one and removes one');
        this.github.branch('change', this.github.commit(after, this.github.tip('change'), { message: 'Keep it internal' }));
        const planned = await this.plan(number, 'synchronize', after);
        const { created: toCreate, updated: toUpdate, deleted: toDelete, 'has-changes': hasChanges } = planned.outputs;
        claim(planned.exitCode === 0 && hasChanges === 'true', 'the plan passes and has changes', planned);
        claim([toCreate, toUpdate, toDelete].join() === '1,1,1', 'one to create, one to update, one to delete', planned);
        this.showComment(number, (body) => body);
        this.title('4. The pull request is merged; the push applies the plan');
        const { mergeSha, before: parent, ref } = this.github.merge(number);
        const push = this.github.pushEvent({ ref, before: parent, after: mergeSha });
        const applied = await this.run('push', push, { sha: mergeSha, tree: after });
        claim(applied.exitCode === 0 && applied.outputs['result'] === 'applied', 'the merge is applied', applied);
        this.showRegistry();
        this.claimRegistered(after);
        this.title('5. Running it again changes nothing');
        const writes = this.writes();
        const again = await this.run('push', push, { sha: mergeSha, tree: after });
        claim(again.exitCode === 0 && again.outputs['result'] === 'no-changes', 'the second run finds no changes', again);
        claim(this.writes() === writes, 'the second run sends no write to the registry', again);
        this.print(this.style.good('\u2713 no changes, and no request that writes'));
    }
    /** What an administrator does once, before the first deploy. */
    async createIntegrations(tree) {
        const [{ email, apiToken }] = DEMO_CREDENTIALS;
        const authorization = `Basic ${Buffer.from(`${email}/token:${apiToken}`).toString('base64')}`;
        const names = bundlesIn(tree).map((text) => JSON.parse(text).integration);
        for (const name of new Set(names)) {
            const url = `${this.registry.url}/api/services/zis/registry/${name}`;
            const { ok } = await fetch(url, { method: 'POST', headers: { authorization } });
            if (!ok)
                throw new Error(`the integration ${name} should have been created`);
        }
    }
    /** Runs the Action for the pull request's newest commit. */
    plan(number, action, tree) {
        return this.run('pull_request', this.github.pullRequestEvent(number, action), {
            sha: this.trialMerge(number),
            tree
        });
    }
    /** @param part what of its Markdown is shown */
    showComment(number, part) {
        const [comment, ...others] = this.github.commentsOn(number);
        if (comment === undefined || others.length > 0)
            throw new Error('the pull request should have exactly one comment');
        this.print(this.style.dim(`The comment on pull request #${number}:`));
        for (const line of terminal_readable(part(comment.body), this.style))
            this.print(`  \u2502 ${line}`);
    }
    /** The repository before the pull request, with its mistake, and with that mended; made from examples/. */
    async versions() {
        const read = (path) => (0,promises_namespaceObject.readFile)((0,external_node_path_.join)(this.home, 'examples', path), 'utf8');
        const [greeting, alert, orders, tests] = await Promise.all([
            read(FILES.greeting),
            read(FILES.alert),
            read(FILES.orders),
            read(FILES.tests)
        ]);
        const older = greeting
            .replace('A new ticket: ', 'New: ')
            .replace('"Message": "Noted"', '"Message": "Done"');
        const publicNote = greeting.replace('"public": false', '"public": true');
        if (older === greeting || publicNote === greeting)
            throw new Error('the example no longer has the words that the demo changes');
        const rest = { [FILES.orders]: orders, [FILES.tests]: tests };
        return {
            before: { [FILES.greeting]: older, [FILES.alert]: alert },
            mistaken: { [FILES.greeting]: publicNote, ...rest },
            after: { [FILES.greeting]: greeting, ...rest }
        };
    }
    /** Checks a tree out and runs the Action for an event. */
    async run(eventName, event, { sha, tree }) {
        await this.checkOut(tree);
        const [{ email, apiToken }, , { clientId, clientSecret }] = DEMO_CREDENTIALS;
        const started = Date.now();
        const { apiUrl, serverUrl, repository } = this.github;
        const result = await runAction({
            dist: (0,external_node_path_.join)(this.home, 'dist/index.js'),
            actionYml: (0,external_node_path_.join)(this.home, 'action.yml'),
            // As a team has it that begins today: a client for everything, and an older API token for uploads.
            inputs: {
                subdomain: 'acme',
                'oauth-client-id': clientId,
                'oauth-client-secret': clientSecret,
                email,
                'api-token': apiToken,
                'registry-url': this.registry.url
            },
            context: {
                eventName,
                event,
                repository,
                sha,
                ref: eventName === 'push' ? 'refs/heads/main' : 'refs/pull/1/merge',
                serverUrl,
                apiUrl,
                token: TOKEN,
                workspace: this.workspace
            }
        });
        await result.dispose();
        const took = Date.now() - started;
        this.print(this.style.dim(`ran dist/index.js for ${eventName}: ${result.outputs['result'] ?? 'no result'} in ${took} ms`));
        return result;
    }
    async checkOut(tree) {
        await (0,promises_namespaceObject.rm)(this.workspace, { recursive: true, force: true });
        for (const [path, content] of Object.entries(tree)) {
            await (0,promises_namespaceObject.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.join)(this.workspace, path)), { recursive: true });
            await (0,promises_namespaceObject.writeFile)((0,external_node_path_.join)(this.workspace, path), content);
        }
    }
    trialMerge(number) {
        return this.github.trialMerge(this.github.pullRequest(number)) ?? this.github.tip('change');
    }
    writes() {
        const isToken = (path) => path.includes('/oauth/tokens');
        return this.registry.requests.filter(({ method, path }) => method !== 'GET' && !isToken(path)).length;
    }
    showRegistry() {
        this.print('The registry holds:');
        for (const bundle of this.registry.bundles()) {
            const { integration, name, resources, uuid } = bundle;
            const details = this.style.dim(`${Object.keys(resources).length} resources, uuid ${uuid}`);
            this.print(`  ${integration}/${name} ${details}`);
        }
        const installed = this.registry.jobSpecs().filter((spec) => spec['installed'] === true);
        this.print(`  installed job specs: ${installed.map((spec) => spec['name']).join(', ')}`);
    }
    claimRegistered(tree) {
        const declared = bundlesIn(tree).map((text) => JSON.parse(text));
        const registered = new Map(this.registry.bundles().map((bundle) => [bundle['name'], bundle['resources']]));
        const same = declared.every(({ name, resources }) => JSON.stringify(registered.get(name)) === JSON.stringify(resources));
        if (!same || registered.size !== declared.length)
            throw new Error('the registry does not hold what main declares');
        this.print(this.style.good('\u2713 exactly what the default branch declares'));
    }
    title(text) {
        this.print(`\n${this.style.title(text)}`);
    }
}
/** The texts of a repository's bundle files. */
function bundlesIn(tree) {
    return Object.entries(tree).flatMap(([path, text]) => (path.startsWith('zis/') ? [text] : []));
}
/** What a comment says of flow tests, down to what failed first. */
function testsPart(comment) {
    const from = comment.indexOf('### Flow tests');
    const to = comment.indexOf('The run (', from);
    if (from === -1 || to === -1)
        throw new Error('the comment does not show what the flow tests found');
    return comment.slice(from, to);
}
/** @throws Error with the run's log when the run did not do what is expected of it */
function claim(holds, what, run) {
    if (holds)
        return;
    throw new Error(`The demo expected that ${what}.\n${JSON.stringify(run.outputs, null, 2)}\n${run.stdout}\n${run.stderr}`);
}


/***/ }),

/***/ 7518:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _main_job_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5107);


/** The package's folder: this file is run as dist/demo/index.js. */
const home = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(process.argv[1] ?? '.'), '../..');
try {
    await (0,_main_job_js__WEBPACK_IMPORTED_MODULE_1__/* .runMainJob */ .M)(home, (line) => {
        console.log(line);
    });
}
catch (error) {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exitCode = 1;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(7518);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
