import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 807:
/***/ ((module, exports, __nccwpck_require__) => {

(function (factory) {
    if ( true && typeof module.exports === "object") {
        var v = factory(__WEBPACK_EXTERNAL_createRequire(import.meta.url), exports);
        if (v !== undefined) module.exports = v;
    }
    else if (typeof define === "function" && define.amd) {
        define(["require", "exports", "./format", "./parser"], factory);
    }
})(function () {
    /*---------------------------------------------------------------------------------------------
     *  Copyright (c) Microsoft Corporation. All rights reserved.
     *  Licensed under the MIT License. See License.txt in the project root for license information.
     *--------------------------------------------------------------------------------------------*/
    'use strict';
    Object.defineProperty(exports, "__esModule", ({ value: true }));
    exports.isWS = exports.applyEdit = exports.setProperty = exports.removeProperty = void 0;
    const format_1 = __nccwpck_require__(612);
    const parser_1 = __nccwpck_require__(152);
    function removeProperty(text, path, options) {
        return setProperty(text, path, void 0, options);
    }
    exports.removeProperty = removeProperty;
    function setProperty(text, originalPath, value, options) {
        const path = originalPath.slice();
        const errors = [];
        const root = (0, parser_1.parseTree)(text, errors);
        let parent = void 0;
        let lastSegment = void 0;
        while (path.length > 0) {
            lastSegment = path.pop();
            parent = (0, parser_1.findNodeAtLocation)(root, path);
            if (parent === void 0 && value !== void 0) {
                if (typeof lastSegment === 'string') {
                    value = { [lastSegment]: value };
                }
                else {
                    value = [value];
                }
            }
            else {
                break;
            }
        }
        if (!parent) {
            // empty document
            if (value === void 0) { // delete
                throw new Error('Can not delete in empty document');
            }
            return withFormatting(text, { offset: root ? root.offset : 0, length: root ? root.length : 0, content: JSON.stringify(value) }, options);
        }
        else if (parent.type === 'object' && typeof lastSegment === 'string' && Array.isArray(parent.children)) {
            const existing = (0, parser_1.findNodeAtLocation)(parent, [lastSegment]);
            if (existing !== void 0) {
                if (value === void 0) { // delete
                    if (!existing.parent) {
                        throw new Error('Malformed AST');
                    }
                    const propertyIndex = parent.children.indexOf(existing.parent);
                    let removeBegin;
                    let removeEnd = existing.parent.offset + existing.parent.length;
                    if (propertyIndex > 0) {
                        // remove the comma of the previous node
                        let previous = parent.children[propertyIndex - 1];
                        removeBegin = previous.offset + previous.length;
                    }
                    else {
                        removeBegin = parent.offset + 1;
                        if (parent.children.length > 1) {
                            // remove the comma of the next node
                            let next = parent.children[1];
                            removeEnd = next.offset;
                        }
                    }
                    return withFormatting(text, { offset: removeBegin, length: removeEnd - removeBegin, content: '' }, options);
                }
                else {
                    // set value of existing property
                    return withFormatting(text, { offset: existing.offset, length: existing.length, content: JSON.stringify(value) }, options);
                }
            }
            else {
                if (value === void 0) { // delete
                    return []; // property does not exist, nothing to do
                }
                const newProperty = `${JSON.stringify(lastSegment)}: ${JSON.stringify(value)}`;
                const index = options.getInsertionIndex ? options.getInsertionIndex(parent.children.map(p => p.children[0].value)) : parent.children.length;
                let edit;
                if (index > 0) {
                    let previous = parent.children[index - 1];
                    edit = { offset: previous.offset + previous.length, length: 0, content: ',' + newProperty };
                }
                else if (parent.children.length === 0) {
                    edit = { offset: parent.offset + 1, length: 0, content: newProperty };
                }
                else {
                    edit = { offset: parent.offset + 1, length: 0, content: newProperty + ',' };
                }
                return withFormatting(text, edit, options);
            }
        }
        else if (parent.type === 'array' && typeof lastSegment === 'number' && Array.isArray(parent.children)) {
            const insertIndex = lastSegment;
            if (insertIndex === -1) {
                // Insert
                const newProperty = `${JSON.stringify(value)}`;
                let edit;
                if (parent.children.length === 0) {
                    edit = { offset: parent.offset + 1, length: 0, content: newProperty };
                }
                else {
                    const previous = parent.children[parent.children.length - 1];
                    edit = { offset: previous.offset + previous.length, length: 0, content: ',' + newProperty };
                }
                return withFormatting(text, edit, options);
            }
            else if (value === void 0 && parent.children.length >= 0) {
                // Removal
                const removalIndex = lastSegment;
                const toRemove = parent.children[removalIndex];
                let edit;
                if (parent.children.length === 1) {
                    // only item
                    edit = { offset: parent.offset + 1, length: parent.length - 2, content: '' };
                }
                else if (parent.children.length - 1 === removalIndex) {
                    // last item
                    let previous = parent.children[removalIndex - 1];
                    let offset = previous.offset + previous.length;
                    let parentEndOffset = parent.offset + parent.length;
                    edit = { offset, length: parentEndOffset - 2 - offset, content: '' };
                }
                else {
                    edit = { offset: toRemove.offset, length: parent.children[removalIndex + 1].offset - toRemove.offset, content: '' };
                }
                return withFormatting(text, edit, options);
            }
            else if (value !== void 0) {
                let edit;
                const newProperty = `${JSON.stringify(value)}`;
                if (!options.isArrayInsertion && parent.children.length > lastSegment) {
                    const toModify = parent.children[lastSegment];
                    edit = { offset: toModify.offset, length: toModify.length, content: newProperty };
                }
                else if (parent.children.length === 0 || lastSegment === 0) {
                    edit = { offset: parent.offset + 1, length: 0, content: parent.children.length === 0 ? newProperty : newProperty + ',' };
                }
                else {
                    const index = lastSegment > parent.children.length ? parent.children.length : lastSegment;
                    const previous = parent.children[index - 1];
                    edit = { offset: previous.offset + previous.length, length: 0, content: ',' + newProperty };
                }
                return withFormatting(text, edit, options);
            }
            else {
                throw new Error(`Can not ${value === void 0 ? 'remove' : (options.isArrayInsertion ? 'insert' : 'modify')} Array index ${insertIndex} as length is not sufficient`);
            }
        }
        else {
            throw new Error(`Can not add ${typeof lastSegment !== 'number' ? 'index' : 'property'} to parent of type ${parent.type}`);
        }
    }
    exports.setProperty = setProperty;
    function withFormatting(text, edit, options) {
        if (!options.formattingOptions) {
            return [edit];
        }
        // apply the edit
        let newText = applyEdit(text, edit);
        // format the new text
        let begin = edit.offset;
        let end = edit.offset + edit.content.length;
        if (edit.length === 0 || edit.content.length === 0) { // insert or remove
            while (begin > 0 && !(0, format_1.isEOL)(newText, begin - 1)) {
                begin--;
            }
            while (end < newText.length && !(0, format_1.isEOL)(newText, end)) {
                end++;
            }
        }
        const edits = (0, format_1.format)(newText, { offset: begin, length: end - begin }, { ...options.formattingOptions, keepLines: false });
        // apply the formatting edits and track the begin and end offsets of the changes
        for (let i = edits.length - 1; i >= 0; i--) {
            const edit = edits[i];
            newText = applyEdit(newText, edit);
            begin = Math.min(begin, edit.offset);
            end = Math.max(end, edit.offset + edit.length);
            end += edit.content.length - edit.length;
        }
        // create a single edit with all changes
        const editLength = text.length - (newText.length - end) - begin;
        return [{ offset: begin, length: editLength, content: newText.substring(begin, end) }];
    }
    function applyEdit(text, edit) {
        return text.substring(0, edit.offset) + edit.content + text.substring(edit.offset + edit.length);
    }
    exports.applyEdit = applyEdit;
    function isWS(text, offset) {
        return '\r\n \t'.indexOf(text.charAt(offset)) !== -1;
    }
    exports.isWS = isWS;
});


/***/ }),

/***/ 612:
/***/ ((module, exports, __nccwpck_require__) => {

(function (factory) {
    if ( true && typeof module.exports === "object") {
        var v = factory(__WEBPACK_EXTERNAL_createRequire(import.meta.url), exports);
        if (v !== undefined) module.exports = v;
    }
    else if (typeof define === "function" && define.amd) {
        define(["require", "exports", "./scanner", "./string-intern"], factory);
    }
})(function () {
    /*---------------------------------------------------------------------------------------------
     *  Copyright (c) Microsoft Corporation. All rights reserved.
     *  Licensed under the MIT License. See License.txt in the project root for license information.
     *--------------------------------------------------------------------------------------------*/
    'use strict';
    Object.defineProperty(exports, "__esModule", ({ value: true }));
    exports.isEOL = exports.format = void 0;
    const scanner_1 = __nccwpck_require__(525);
    const string_intern_1 = __nccwpck_require__(579);
    function format(documentText, range, options) {
        let initialIndentLevel;
        let formatText;
        let formatTextStart;
        let rangeStart;
        let rangeEnd;
        if (range) {
            rangeStart = range.offset;
            rangeEnd = rangeStart + range.length;
            formatTextStart = rangeStart;
            while (formatTextStart > 0 && !isEOL(documentText, formatTextStart - 1)) {
                formatTextStart--;
            }
            let endOffset = rangeEnd;
            while (endOffset < documentText.length && !isEOL(documentText, endOffset)) {
                endOffset++;
            }
            formatText = documentText.substring(formatTextStart, endOffset);
            initialIndentLevel = computeIndentLevel(formatText, options);
        }
        else {
            formatText = documentText;
            initialIndentLevel = 0;
            formatTextStart = 0;
            rangeStart = 0;
            rangeEnd = documentText.length;
        }
        const eol = getEOL(options, documentText);
        const eolFastPathSupported = string_intern_1.supportedEols.includes(eol);
        let numberLineBreaks = 0;
        let indentLevel = 0;
        let indentValue;
        if (options.insertSpaces) {
            indentValue = string_intern_1.cachedSpaces[options.tabSize || 4] ?? repeat(string_intern_1.cachedSpaces[1], options.tabSize || 4);
        }
        else {
            indentValue = '\t';
        }
        const indentType = indentValue === '\t' ? '\t' : ' ';
        let scanner = (0, scanner_1.createScanner)(formatText, false);
        let hasError = false;
        function newLinesAndIndent() {
            if (numberLineBreaks > 1) {
                return repeat(eol, numberLineBreaks) + repeat(indentValue, initialIndentLevel + indentLevel);
            }
            const amountOfSpaces = indentValue.length * (initialIndentLevel + indentLevel);
            if (!eolFastPathSupported || amountOfSpaces > string_intern_1.cachedBreakLinesWithSpaces[indentType][eol].length) {
                return eol + repeat(indentValue, initialIndentLevel + indentLevel);
            }
            if (amountOfSpaces <= 0) {
                return eol;
            }
            return string_intern_1.cachedBreakLinesWithSpaces[indentType][eol][amountOfSpaces];
        }
        function scanNext() {
            let token = scanner.scan();
            numberLineBreaks = 0;
            while (token === 15 /* SyntaxKind.Trivia */ || token === 14 /* SyntaxKind.LineBreakTrivia */) {
                if (token === 14 /* SyntaxKind.LineBreakTrivia */ && options.keepLines) {
                    numberLineBreaks += 1;
                }
                else if (token === 14 /* SyntaxKind.LineBreakTrivia */) {
                    numberLineBreaks = 1;
                }
                token = scanner.scan();
            }
            hasError = token === 16 /* SyntaxKind.Unknown */ || scanner.getTokenError() !== 0 /* ScanError.None */;
            return token;
        }
        const editOperations = [];
        function addEdit(text, startOffset, endOffset) {
            if (!hasError && (!range || (startOffset < rangeEnd && endOffset > rangeStart)) && documentText.substring(startOffset, endOffset) !== text) {
                editOperations.push({ offset: startOffset, length: endOffset - startOffset, content: text });
            }
        }
        let firstToken = scanNext();
        if (options.keepLines && numberLineBreaks > 0) {
            addEdit(repeat(eol, numberLineBreaks), 0, 0);
        }
        if (firstToken !== 17 /* SyntaxKind.EOF */) {
            let firstTokenStart = scanner.getTokenOffset() + formatTextStart;
            let initialIndent = (indentValue.length * initialIndentLevel < 20) && options.insertSpaces
                ? string_intern_1.cachedSpaces[indentValue.length * initialIndentLevel]
                : repeat(indentValue, initialIndentLevel);
            addEdit(initialIndent, formatTextStart, firstTokenStart);
        }
        while (firstToken !== 17 /* SyntaxKind.EOF */) {
            let firstTokenEnd = scanner.getTokenOffset() + scanner.getTokenLength() + formatTextStart;
            let secondToken = scanNext();
            let replaceContent = '';
            let needsLineBreak = false;
            while (numberLineBreaks === 0 && (secondToken === 12 /* SyntaxKind.LineCommentTrivia */ || secondToken === 13 /* SyntaxKind.BlockCommentTrivia */)) {
                let commentTokenStart = scanner.getTokenOffset() + formatTextStart;
                addEdit(string_intern_1.cachedSpaces[1], firstTokenEnd, commentTokenStart);
                firstTokenEnd = scanner.getTokenOffset() + scanner.getTokenLength() + formatTextStart;
                needsLineBreak = secondToken === 12 /* SyntaxKind.LineCommentTrivia */;
                replaceContent = needsLineBreak ? newLinesAndIndent() : '';
                secondToken = scanNext();
            }
            if (secondToken === 2 /* SyntaxKind.CloseBraceToken */) {
                if (firstToken !== 1 /* SyntaxKind.OpenBraceToken */) {
                    indentLevel--;
                }
                ;
                if (options.keepLines && numberLineBreaks > 0 || !options.keepLines && firstToken !== 1 /* SyntaxKind.OpenBraceToken */) {
                    replaceContent = newLinesAndIndent();
                }
                else if (options.keepLines) {
                    replaceContent = string_intern_1.cachedSpaces[1];
                }
            }
            else if (secondToken === 4 /* SyntaxKind.CloseBracketToken */) {
                if (firstToken !== 3 /* SyntaxKind.OpenBracketToken */) {
                    indentLevel--;
                }
                ;
                if (options.keepLines && numberLineBreaks > 0 || !options.keepLines && firstToken !== 3 /* SyntaxKind.OpenBracketToken */) {
                    replaceContent = newLinesAndIndent();
                }
                else if (options.keepLines) {
                    replaceContent = string_intern_1.cachedSpaces[1];
                }
            }
            else {
                switch (firstToken) {
                    case 3 /* SyntaxKind.OpenBracketToken */:
                    case 1 /* SyntaxKind.OpenBraceToken */:
                        indentLevel++;
                        if (options.keepLines && numberLineBreaks > 0 || !options.keepLines) {
                            replaceContent = newLinesAndIndent();
                        }
                        else {
                            replaceContent = string_intern_1.cachedSpaces[1];
                        }
                        break;
                    case 5 /* SyntaxKind.CommaToken */:
                        if (options.keepLines && numberLineBreaks > 0 || !options.keepLines) {
                            replaceContent = newLinesAndIndent();
                        }
                        else {
                            replaceContent = string_intern_1.cachedSpaces[1];
                        }
                        break;
                    case 12 /* SyntaxKind.LineCommentTrivia */:
                        replaceContent = newLinesAndIndent();
                        break;
                    case 13 /* SyntaxKind.BlockCommentTrivia */:
                        if (numberLineBreaks > 0) {
                            replaceContent = newLinesAndIndent();
                        }
                        else if (!needsLineBreak) {
                            replaceContent = string_intern_1.cachedSpaces[1];
                        }
                        break;
                    case 6 /* SyntaxKind.ColonToken */:
                        if (options.keepLines && numberLineBreaks > 0) {
                            replaceContent = newLinesAndIndent();
                        }
                        else if (!needsLineBreak) {
                            replaceContent = string_intern_1.cachedSpaces[1];
                        }
                        break;
                    case 10 /* SyntaxKind.StringLiteral */:
                        if (options.keepLines && numberLineBreaks > 0) {
                            replaceContent = newLinesAndIndent();
                        }
                        else if (secondToken === 6 /* SyntaxKind.ColonToken */ && !needsLineBreak) {
                            replaceContent = '';
                        }
                        break;
                    case 7 /* SyntaxKind.NullKeyword */:
                    case 8 /* SyntaxKind.TrueKeyword */:
                    case 9 /* SyntaxKind.FalseKeyword */:
                    case 11 /* SyntaxKind.NumericLiteral */:
                    case 2 /* SyntaxKind.CloseBraceToken */:
                    case 4 /* SyntaxKind.CloseBracketToken */:
                        if (options.keepLines && numberLineBreaks > 0) {
                            replaceContent = newLinesAndIndent();
                        }
                        else {
                            if ((secondToken === 12 /* SyntaxKind.LineCommentTrivia */ || secondToken === 13 /* SyntaxKind.BlockCommentTrivia */) && !needsLineBreak) {
                                replaceContent = string_intern_1.cachedSpaces[1];
                            }
                            else if (secondToken !== 5 /* SyntaxKind.CommaToken */ && secondToken !== 17 /* SyntaxKind.EOF */) {
                                hasError = true;
                            }
                        }
                        break;
                    case 16 /* SyntaxKind.Unknown */:
                        hasError = true;
                        break;
                }
                if (numberLineBreaks > 0 && (secondToken === 12 /* SyntaxKind.LineCommentTrivia */ || secondToken === 13 /* SyntaxKind.BlockCommentTrivia */)) {
                    replaceContent = newLinesAndIndent();
                }
            }
            if (secondToken === 17 /* SyntaxKind.EOF */) {
                if (options.keepLines && numberLineBreaks > 0) {
                    replaceContent = newLinesAndIndent();
                }
                else {
                    replaceContent = options.insertFinalNewline ? eol : '';
                }
            }
            const secondTokenStart = scanner.getTokenOffset() + formatTextStart;
            addEdit(replaceContent, firstTokenEnd, secondTokenStart);
            firstToken = secondToken;
        }
        return editOperations;
    }
    exports.format = format;
    function repeat(s, count) {
        let result = '';
        for (let i = 0; i < count; i++) {
            result += s;
        }
        return result;
    }
    function computeIndentLevel(content, options) {
        let i = 0;
        let nChars = 0;
        const tabSize = options.tabSize || 4;
        while (i < content.length) {
            let ch = content.charAt(i);
            if (ch === string_intern_1.cachedSpaces[1]) {
                nChars++;
            }
            else if (ch === '\t') {
                nChars += tabSize;
            }
            else {
                break;
            }
            i++;
        }
        return Math.floor(nChars / tabSize);
    }
    function getEOL(options, text) {
        for (let i = 0; i < text.length; i++) {
            const ch = text.charAt(i);
            if (ch === '\r') {
                if (i + 1 < text.length && text.charAt(i + 1) === '\n') {
                    return '\r\n';
                }
                return '\r';
            }
            else if (ch === '\n') {
                return '\n';
            }
        }
        return (options && options.eol) || '\n';
    }
    function isEOL(text, offset) {
        return '\r\n'.indexOf(text.charAt(offset)) !== -1;
    }
    exports.isEOL = isEOL;
});


/***/ }),

/***/ 152:
/***/ ((module, exports, __nccwpck_require__) => {

(function (factory) {
    if ( true && typeof module.exports === "object") {
        var v = factory(__WEBPACK_EXTERNAL_createRequire(import.meta.url), exports);
        if (v !== undefined) module.exports = v;
    }
    else if (typeof define === "function" && define.amd) {
        define(["require", "exports", "./scanner"], factory);
    }
})(function () {
    /*---------------------------------------------------------------------------------------------
     *  Copyright (c) Microsoft Corporation. All rights reserved.
     *  Licensed under the MIT License. See License.txt in the project root for license information.
     *--------------------------------------------------------------------------------------------*/
    'use strict';
    Object.defineProperty(exports, "__esModule", ({ value: true }));
    exports.getNodeType = exports.stripComments = exports.visit = exports.findNodeAtOffset = exports.contains = exports.getNodeValue = exports.getNodePath = exports.findNodeAtLocation = exports.parseTree = exports.parse = exports.getLocation = void 0;
    const scanner_1 = __nccwpck_require__(525);
    var ParseOptions;
    (function (ParseOptions) {
        ParseOptions.DEFAULT = {
            allowTrailingComma: false
        };
    })(ParseOptions || (ParseOptions = {}));
    /**
     * For a given offset, evaluate the location in the JSON document. Each segment in the location path is either a property name or an array index.
     */
    function getLocation(text, position) {
        const segments = []; // strings or numbers
        const earlyReturnException = new Object();
        let previousNode = undefined;
        const previousNodeInst = {
            value: {},
            offset: 0,
            length: 0,
            type: 'object',
            parent: undefined
        };
        let isAtPropertyKey = false;
        function setPreviousNode(value, offset, length, type) {
            previousNodeInst.value = value;
            previousNodeInst.offset = offset;
            previousNodeInst.length = length;
            previousNodeInst.type = type;
            previousNodeInst.colonOffset = undefined;
            previousNode = previousNodeInst;
        }
        try {
            visit(text, {
                onObjectBegin: (offset, length) => {
                    if (position <= offset) {
                        throw earlyReturnException;
                    }
                    previousNode = undefined;
                    isAtPropertyKey = position > offset;
                    segments.push(''); // push a placeholder (will be replaced)
                },
                onObjectProperty: (name, offset, length) => {
                    if (position < offset) {
                        throw earlyReturnException;
                    }
                    setPreviousNode(name, offset, length, 'property');
                    segments[segments.length - 1] = name;
                    if (position <= offset + length) {
                        throw earlyReturnException;
                    }
                },
                onObjectEnd: (offset, length) => {
                    if (position <= offset) {
                        throw earlyReturnException;
                    }
                    previousNode = undefined;
                    segments.pop();
                },
                onArrayBegin: (offset, length) => {
                    if (position <= offset) {
                        throw earlyReturnException;
                    }
                    previousNode = undefined;
                    segments.push(0);
                },
                onArrayEnd: (offset, length) => {
                    if (position <= offset) {
                        throw earlyReturnException;
                    }
                    previousNode = undefined;
                    segments.pop();
                },
                onLiteralValue: (value, offset, length) => {
                    if (position < offset) {
                        throw earlyReturnException;
                    }
                    setPreviousNode(value, offset, length, getNodeType(value));
                    if (position <= offset + length) {
                        throw earlyReturnException;
                    }
                },
                onSeparator: (sep, offset, length) => {
                    if (position <= offset) {
                        throw earlyReturnException;
                    }
                    if (sep === ':' && previousNode && previousNode.type === 'property') {
                        previousNode.colonOffset = offset;
                        isAtPropertyKey = false;
                        previousNode = undefined;
                    }
                    else if (sep === ',') {
                        const last = segments[segments.length - 1];
                        if (typeof last === 'number') {
                            segments[segments.length - 1] = last + 1;
                        }
                        else {
                            isAtPropertyKey = true;
                            segments[segments.length - 1] = '';
                        }
                        previousNode = undefined;
                    }
                }
            });
        }
        catch (e) {
            if (e !== earlyReturnException) {
                throw e;
            }
        }
        return {
            path: segments,
            previousNode,
            isAtPropertyKey,
            matches: (pattern) => {
                let k = 0;
                for (let i = 0; k < pattern.length && i < segments.length; i++) {
                    if (pattern[k] === segments[i] || pattern[k] === '*') {
                        k++;
                    }
                    else if (pattern[k] !== '**') {
                        return false;
                    }
                }
                return k === pattern.length;
            }
        };
    }
    exports.getLocation = getLocation;
    /**
     * Parses the given text and returns the object the JSON content represents. On invalid input, the parser tries to be as fault tolerant as possible, but still return a result.
     * Therefore always check the errors list to find out if the input was valid.
     */
    function parse(text, errors = [], options = ParseOptions.DEFAULT) {
        let currentProperty = null;
        let currentParent = [];
        const previousParents = [];
        function onValue(value) {
            if (Array.isArray(currentParent)) {
                currentParent.push(value);
            }
            else if (currentProperty !== null) {
                currentParent[currentProperty] = value;
            }
        }
        const visitor = {
            onObjectBegin: () => {
                const object = {};
                onValue(object);
                previousParents.push(currentParent);
                currentParent = object;
                currentProperty = null;
            },
            onObjectProperty: (name) => {
                currentProperty = name;
            },
            onObjectEnd: () => {
                currentParent = previousParents.pop();
            },
            onArrayBegin: () => {
                const array = [];
                onValue(array);
                previousParents.push(currentParent);
                currentParent = array;
                currentProperty = null;
            },
            onArrayEnd: () => {
                currentParent = previousParents.pop();
            },
            onLiteralValue: onValue,
            onError: (error, offset, length) => {
                errors.push({ error, offset, length });
            }
        };
        visit(text, visitor, options);
        return currentParent[0];
    }
    exports.parse = parse;
    /**
     * Parses the given text and returns a tree representation the JSON content. On invalid input, the parser tries to be as fault tolerant as possible, but still return a result.
     */
    function parseTree(text, errors = [], options = ParseOptions.DEFAULT) {
        let currentParent = { type: 'array', offset: -1, length: -1, children: [], parent: undefined }; // artificial root
        function ensurePropertyComplete(endOffset) {
            if (currentParent.type === 'property') {
                currentParent.length = endOffset - currentParent.offset;
                currentParent = currentParent.parent;
            }
        }
        function onValue(valueNode) {
            currentParent.children.push(valueNode);
            return valueNode;
        }
        const visitor = {
            onObjectBegin: (offset) => {
                currentParent = onValue({ type: 'object', offset, length: -1, parent: currentParent, children: [] });
            },
            onObjectProperty: (name, offset, length) => {
                currentParent = onValue({ type: 'property', offset, length: -1, parent: currentParent, children: [] });
                currentParent.children.push({ type: 'string', value: name, offset, length, parent: currentParent });
            },
            onObjectEnd: (offset, length) => {
                ensurePropertyComplete(offset + length); // in case of a missing value for a property: make sure property is complete
                currentParent.length = offset + length - currentParent.offset;
                currentParent = currentParent.parent;
                ensurePropertyComplete(offset + length);
            },
            onArrayBegin: (offset, length) => {
                currentParent = onValue({ type: 'array', offset, length: -1, parent: currentParent, children: [] });
            },
            onArrayEnd: (offset, length) => {
                currentParent.length = offset + length - currentParent.offset;
                currentParent = currentParent.parent;
                ensurePropertyComplete(offset + length);
            },
            onLiteralValue: (value, offset, length) => {
                onValue({ type: getNodeType(value), offset, length, parent: currentParent, value });
                ensurePropertyComplete(offset + length);
            },
            onSeparator: (sep, offset, length) => {
                if (currentParent.type === 'property') {
                    if (sep === ':') {
                        currentParent.colonOffset = offset;
                    }
                    else if (sep === ',') {
                        ensurePropertyComplete(offset);
                    }
                }
            },
            onError: (error, offset, length) => {
                errors.push({ error, offset, length });
            }
        };
        visit(text, visitor, options);
        const result = currentParent.children[0];
        if (result) {
            delete result.parent;
        }
        return result;
    }
    exports.parseTree = parseTree;
    /**
     * Finds the node at the given path in a JSON DOM.
     */
    function findNodeAtLocation(root, path) {
        if (!root) {
            return undefined;
        }
        let node = root;
        for (let segment of path) {
            if (typeof segment === 'string') {
                if (node.type !== 'object' || !Array.isArray(node.children)) {
                    return undefined;
                }
                let found = false;
                for (const propertyNode of node.children) {
                    if (Array.isArray(propertyNode.children) && propertyNode.children[0].value === segment && propertyNode.children.length === 2) {
                        node = propertyNode.children[1];
                        found = true;
                        break;
                    }
                }
                if (!found) {
                    return undefined;
                }
            }
            else {
                const index = segment;
                if (node.type !== 'array' || index < 0 || !Array.isArray(node.children) || index >= node.children.length) {
                    return undefined;
                }
                node = node.children[index];
            }
        }
        return node;
    }
    exports.findNodeAtLocation = findNodeAtLocation;
    /**
     * Gets the JSON path of the given JSON DOM node
     */
    function getNodePath(node) {
        if (!node.parent || !node.parent.children) {
            return [];
        }
        const path = getNodePath(node.parent);
        if (node.parent.type === 'property') {
            const key = node.parent.children[0].value;
            path.push(key);
        }
        else if (node.parent.type === 'array') {
            const index = node.parent.children.indexOf(node);
            if (index !== -1) {
                path.push(index);
            }
        }
        return path;
    }
    exports.getNodePath = getNodePath;
    /**
     * Evaluates the JavaScript object of the given JSON DOM node
     */
    function getNodeValue(node) {
        switch (node.type) {
            case 'array':
                return node.children.map(getNodeValue);
            case 'object':
                const obj = Object.create(null);
                for (let prop of node.children) {
                    const valueNode = prop.children[1];
                    if (valueNode) {
                        obj[prop.children[0].value] = getNodeValue(valueNode);
                    }
                }
                return obj;
            case 'null':
            case 'string':
            case 'number':
            case 'boolean':
                return node.value;
            default:
                return undefined;
        }
    }
    exports.getNodeValue = getNodeValue;
    function contains(node, offset, includeRightBound = false) {
        return (offset >= node.offset && offset < (node.offset + node.length)) || includeRightBound && (offset === (node.offset + node.length));
    }
    exports.contains = contains;
    /**
     * Finds the most inner node at the given offset. If includeRightBound is set, also finds nodes that end at the given offset.
     */
    function findNodeAtOffset(node, offset, includeRightBound = false) {
        if (contains(node, offset, includeRightBound)) {
            const children = node.children;
            if (Array.isArray(children)) {
                for (let i = 0; i < children.length && children[i].offset <= offset; i++) {
                    const item = findNodeAtOffset(children[i], offset, includeRightBound);
                    if (item) {
                        return item;
                    }
                }
            }
            return node;
        }
        return undefined;
    }
    exports.findNodeAtOffset = findNodeAtOffset;
    /**
     * Parses the given text and invokes the visitor functions for each object, array and literal reached.
     */
    function visit(text, visitor, options = ParseOptions.DEFAULT) {
        const _scanner = (0, scanner_1.createScanner)(text, false);
        // Important: Only pass copies of this to visitor functions to prevent accidental modification, and
        // to not affect visitor functions which stored a reference to a previous JSONPath
        const _jsonPath = [];
        // Depth of onXXXBegin() callbacks suppressed. onXXXEnd() decrements this if it isn't 0 already.
        // Callbacks are only called when this value is 0.
        let suppressedCallbacks = 0;
        function toNoArgVisit(visitFunction) {
            return visitFunction ? () => suppressedCallbacks === 0 && visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
        }
        function toOneArgVisit(visitFunction) {
            return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
        }
        function toOneArgVisitWithPath(visitFunction) {
            return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice()) : () => true;
        }
        function toBeginVisit(visitFunction) {
            return visitFunction ?
                () => {
                    if (suppressedCallbacks > 0) {
                        suppressedCallbacks++;
                    }
                    else {
                        let cbReturn = visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice());
                        if (cbReturn === false) {
                            suppressedCallbacks = 1;
                        }
                    }
                }
                : () => true;
        }
        function toEndVisit(visitFunction) {
            return visitFunction ?
                () => {
                    if (suppressedCallbacks > 0) {
                        suppressedCallbacks--;
                    }
                    if (suppressedCallbacks === 0) {
                        visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter());
                    }
                }
                : () => true;
        }
        const onObjectBegin = toBeginVisit(visitor.onObjectBegin), onObjectProperty = toOneArgVisitWithPath(visitor.onObjectProperty), onObjectEnd = toEndVisit(visitor.onObjectEnd), onArrayBegin = toBeginVisit(visitor.onArrayBegin), onArrayEnd = toEndVisit(visitor.onArrayEnd), onLiteralValue = toOneArgVisitWithPath(visitor.onLiteralValue), onSeparator = toOneArgVisit(visitor.onSeparator), onComment = toNoArgVisit(visitor.onComment), onError = toOneArgVisit(visitor.onError);
        const disallowComments = options && options.disallowComments;
        const allowTrailingComma = options && options.allowTrailingComma;
        function scanNext() {
            while (true) {
                const token = _scanner.scan();
                switch (_scanner.getTokenError()) {
                    case 4 /* ScanError.InvalidUnicode */:
                        handleError(14 /* ParseErrorCode.InvalidUnicode */);
                        break;
                    case 5 /* ScanError.InvalidEscapeCharacter */:
                        handleError(15 /* ParseErrorCode.InvalidEscapeCharacter */);
                        break;
                    case 3 /* ScanError.UnexpectedEndOfNumber */:
                        handleError(13 /* ParseErrorCode.UnexpectedEndOfNumber */);
                        break;
                    case 1 /* ScanError.UnexpectedEndOfComment */:
                        if (!disallowComments) {
                            handleError(11 /* ParseErrorCode.UnexpectedEndOfComment */);
                        }
                        break;
                    case 2 /* ScanError.UnexpectedEndOfString */:
                        handleError(12 /* ParseErrorCode.UnexpectedEndOfString */);
                        break;
                    case 6 /* ScanError.InvalidCharacter */:
                        handleError(16 /* ParseErrorCode.InvalidCharacter */);
                        break;
                }
                switch (token) {
                    case 12 /* SyntaxKind.LineCommentTrivia */:
                    case 13 /* SyntaxKind.BlockCommentTrivia */:
                        if (disallowComments) {
                            handleError(10 /* ParseErrorCode.InvalidCommentToken */);
                        }
                        else {
                            onComment();
                        }
                        break;
                    case 16 /* SyntaxKind.Unknown */:
                        handleError(1 /* ParseErrorCode.InvalidSymbol */);
                        break;
                    case 15 /* SyntaxKind.Trivia */:
                    case 14 /* SyntaxKind.LineBreakTrivia */:
                        break;
                    default:
                        return token;
                }
            }
        }
        function handleError(error, skipUntilAfter = [], skipUntil = []) {
            onError(error);
            if (skipUntilAfter.length + skipUntil.length > 0) {
                let token = _scanner.getToken();
                while (token !== 17 /* SyntaxKind.EOF */) {
                    if (skipUntilAfter.indexOf(token) !== -1) {
                        scanNext();
                        break;
                    }
                    else if (skipUntil.indexOf(token) !== -1) {
                        break;
                    }
                    token = scanNext();
                }
            }
        }
        function parseString(isValue) {
            const value = _scanner.getTokenValue();
            if (isValue) {
                onLiteralValue(value);
            }
            else {
                onObjectProperty(value);
                // add property name afterwards
                _jsonPath.push(value);
            }
            scanNext();
            return true;
        }
        function parseLiteral() {
            switch (_scanner.getToken()) {
                case 11 /* SyntaxKind.NumericLiteral */:
                    const tokenValue = _scanner.getTokenValue();
                    let value = Number(tokenValue);
                    if (isNaN(value)) {
                        handleError(2 /* ParseErrorCode.InvalidNumberFormat */);
                        value = 0;
                    }
                    onLiteralValue(value);
                    break;
                case 7 /* SyntaxKind.NullKeyword */:
                    onLiteralValue(null);
                    break;
                case 8 /* SyntaxKind.TrueKeyword */:
                    onLiteralValue(true);
                    break;
                case 9 /* SyntaxKind.FalseKeyword */:
                    onLiteralValue(false);
                    break;
                default:
                    return false;
            }
            scanNext();
            return true;
        }
        function parseProperty() {
            if (_scanner.getToken() !== 10 /* SyntaxKind.StringLiteral */) {
                handleError(3 /* ParseErrorCode.PropertyNameExpected */, [], [2 /* SyntaxKind.CloseBraceToken */, 5 /* SyntaxKind.CommaToken */]);
                return false;
            }
            parseString(false);
            if (_scanner.getToken() === 6 /* SyntaxKind.ColonToken */) {
                onSeparator(':');
                scanNext(); // consume colon
                if (!parseValue()) {
                    handleError(4 /* ParseErrorCode.ValueExpected */, [], [2 /* SyntaxKind.CloseBraceToken */, 5 /* SyntaxKind.CommaToken */]);
                }
            }
            else {
                handleError(5 /* ParseErrorCode.ColonExpected */, [], [2 /* SyntaxKind.CloseBraceToken */, 5 /* SyntaxKind.CommaToken */]);
            }
            _jsonPath.pop(); // remove processed property name
            return true;
        }
        function parseObject() {
            onObjectBegin();
            scanNext(); // consume open brace
            let needsComma = false;
            while (_scanner.getToken() !== 2 /* SyntaxKind.CloseBraceToken */ && _scanner.getToken() !== 17 /* SyntaxKind.EOF */) {
                if (_scanner.getToken() === 5 /* SyntaxKind.CommaToken */) {
                    if (!needsComma) {
                        handleError(4 /* ParseErrorCode.ValueExpected */, [], []);
                    }
                    onSeparator(',');
                    scanNext(); // consume comma
                    if (_scanner.getToken() === 2 /* SyntaxKind.CloseBraceToken */ && allowTrailingComma) {
                        break;
                    }
                }
                else if (needsComma) {
                    handleError(6 /* ParseErrorCode.CommaExpected */, [], []);
                }
                if (!parseProperty()) {
                    handleError(4 /* ParseErrorCode.ValueExpected */, [], [2 /* SyntaxKind.CloseBraceToken */, 5 /* SyntaxKind.CommaToken */]);
                }
                needsComma = true;
            }
            onObjectEnd();
            if (_scanner.getToken() !== 2 /* SyntaxKind.CloseBraceToken */) {
                handleError(7 /* ParseErrorCode.CloseBraceExpected */, [2 /* SyntaxKind.CloseBraceToken */], []);
            }
            else {
                scanNext(); // consume close brace
            }
            return true;
        }
        function parseArray() {
            onArrayBegin();
            scanNext(); // consume open bracket
            let isFirstElement = true;
            let needsComma = false;
            while (_scanner.getToken() !== 4 /* SyntaxKind.CloseBracketToken */ && _scanner.getToken() !== 17 /* SyntaxKind.EOF */) {
                if (_scanner.getToken() === 5 /* SyntaxKind.CommaToken */) {
                    if (!needsComma) {
                        handleError(4 /* ParseErrorCode.ValueExpected */, [], []);
                    }
                    onSeparator(',');
                    scanNext(); // consume comma
                    if (_scanner.getToken() === 4 /* SyntaxKind.CloseBracketToken */ && allowTrailingComma) {
                        break;
                    }
                }
                else if (needsComma) {
                    handleError(6 /* ParseErrorCode.CommaExpected */, [], []);
                }
                if (isFirstElement) {
                    _jsonPath.push(0);
                    isFirstElement = false;
                }
                else {
                    _jsonPath[_jsonPath.length - 1]++;
                }
                if (!parseValue()) {
                    handleError(4 /* ParseErrorCode.ValueExpected */, [], [4 /* SyntaxKind.CloseBracketToken */, 5 /* SyntaxKind.CommaToken */]);
                }
                needsComma = true;
            }
            onArrayEnd();
            if (!isFirstElement) {
                _jsonPath.pop(); // remove array index
            }
            if (_scanner.getToken() !== 4 /* SyntaxKind.CloseBracketToken */) {
                handleError(8 /* ParseErrorCode.CloseBracketExpected */, [4 /* SyntaxKind.CloseBracketToken */], []);
            }
            else {
                scanNext(); // consume close bracket
            }
            return true;
        }
        function parseValue() {
            switch (_scanner.getToken()) {
                case 3 /* SyntaxKind.OpenBracketToken */:
                    return parseArray();
                case 1 /* SyntaxKind.OpenBraceToken */:
                    return parseObject();
                case 10 /* SyntaxKind.StringLiteral */:
                    return parseString(true);
                default:
                    return parseLiteral();
            }
        }
        scanNext();
        if (_scanner.getToken() === 17 /* SyntaxKind.EOF */) {
            if (options.allowEmptyContent) {
                return true;
            }
            handleError(4 /* ParseErrorCode.ValueExpected */, [], []);
            return false;
        }
        if (!parseValue()) {
            handleError(4 /* ParseErrorCode.ValueExpected */, [], []);
            return false;
        }
        if (_scanner.getToken() !== 17 /* SyntaxKind.EOF */) {
            handleError(9 /* ParseErrorCode.EndOfFileExpected */, [], []);
        }
        return true;
    }
    exports.visit = visit;
    /**
     * Takes JSON with JavaScript-style comments and remove
     * them. Optionally replaces every none-newline character
     * of comments with a replaceCharacter
     */
    function stripComments(text, replaceCh) {
        let _scanner = (0, scanner_1.createScanner)(text), parts = [], kind, offset = 0, pos;
        do {
            pos = _scanner.getPosition();
            kind = _scanner.scan();
            switch (kind) {
                case 12 /* SyntaxKind.LineCommentTrivia */:
                case 13 /* SyntaxKind.BlockCommentTrivia */:
                case 17 /* SyntaxKind.EOF */:
                    if (offset !== pos) {
                        parts.push(text.substring(offset, pos));
                    }
                    if (replaceCh !== undefined) {
                        parts.push(_scanner.getTokenValue().replace(/[^\r\n]/g, replaceCh));
                    }
                    offset = _scanner.getPosition();
                    break;
            }
        } while (kind !== 17 /* SyntaxKind.EOF */);
        return parts.join('');
    }
    exports.stripComments = stripComments;
    function getNodeType(value) {
        switch (typeof value) {
            case 'boolean': return 'boolean';
            case 'number': return 'number';
            case 'string': return 'string';
            case 'object': {
                if (!value) {
                    return 'null';
                }
                else if (Array.isArray(value)) {
                    return 'array';
                }
                return 'object';
            }
            default: return 'null';
        }
    }
    exports.getNodeType = getNodeType;
});


/***/ }),

/***/ 525:
/***/ ((module, exports) => {

(function (factory) {
    if ( true && typeof module.exports === "object") {
        var v = factory(__WEBPACK_EXTERNAL_createRequire(import.meta.url), exports);
        if (v !== undefined) module.exports = v;
    }
    else if (typeof define === "function" && define.amd) {
        define(["require", "exports"], factory);
    }
})(function () {
    /*---------------------------------------------------------------------------------------------
     *  Copyright (c) Microsoft Corporation. All rights reserved.
     *  Licensed under the MIT License. See License.txt in the project root for license information.
     *--------------------------------------------------------------------------------------------*/
    'use strict';
    Object.defineProperty(exports, "__esModule", ({ value: true }));
    exports.createScanner = void 0;
    /**
     * Creates a JSON scanner on the given text.
     * If ignoreTrivia is set, whitespaces or comments are ignored.
     */
    function createScanner(text, ignoreTrivia = false) {
        const len = text.length;
        let pos = 0, value = '', tokenOffset = 0, token = 16 /* SyntaxKind.Unknown */, lineNumber = 0, lineStartOffset = 0, tokenLineStartOffset = 0, prevTokenLineStartOffset = 0, scanError = 0 /* ScanError.None */;
        function scanHexDigits(count, exact) {
            let digits = 0;
            let value = 0;
            while (digits < count || !exact) {
                let ch = text.charCodeAt(pos);
                if (ch >= 48 /* CharacterCodes._0 */ && ch <= 57 /* CharacterCodes._9 */) {
                    value = value * 16 + ch - 48 /* CharacterCodes._0 */;
                }
                else if (ch >= 65 /* CharacterCodes.A */ && ch <= 70 /* CharacterCodes.F */) {
                    value = value * 16 + ch - 65 /* CharacterCodes.A */ + 10;
                }
                else if (ch >= 97 /* CharacterCodes.a */ && ch <= 102 /* CharacterCodes.f */) {
                    value = value * 16 + ch - 97 /* CharacterCodes.a */ + 10;
                }
                else {
                    break;
                }
                pos++;
                digits++;
            }
            if (digits < count) {
                value = -1;
            }
            return value;
        }
        function setPosition(newPosition) {
            pos = newPosition;
            value = '';
            tokenOffset = 0;
            token = 16 /* SyntaxKind.Unknown */;
            scanError = 0 /* ScanError.None */;
        }
        function scanNumber() {
            let start = pos;
            if (text.charCodeAt(pos) === 48 /* CharacterCodes._0 */) {
                pos++;
            }
            else {
                pos++;
                while (pos < text.length && isDigit(text.charCodeAt(pos))) {
                    pos++;
                }
            }
            if (pos < text.length && text.charCodeAt(pos) === 46 /* CharacterCodes.dot */) {
                pos++;
                if (pos < text.length && isDigit(text.charCodeAt(pos))) {
                    pos++;
                    while (pos < text.length && isDigit(text.charCodeAt(pos))) {
                        pos++;
                    }
                }
                else {
                    scanError = 3 /* ScanError.UnexpectedEndOfNumber */;
                    return text.substring(start, pos);
                }
            }
            let end = pos;
            if (pos < text.length && (text.charCodeAt(pos) === 69 /* CharacterCodes.E */ || text.charCodeAt(pos) === 101 /* CharacterCodes.e */)) {
                pos++;
                if (pos < text.length && text.charCodeAt(pos) === 43 /* CharacterCodes.plus */ || text.charCodeAt(pos) === 45 /* CharacterCodes.minus */) {
                    pos++;
                }
                if (pos < text.length && isDigit(text.charCodeAt(pos))) {
                    pos++;
                    while (pos < text.length && isDigit(text.charCodeAt(pos))) {
                        pos++;
                    }
                    end = pos;
                }
                else {
                    scanError = 3 /* ScanError.UnexpectedEndOfNumber */;
                }
            }
            return text.substring(start, end);
        }
        function scanString() {
            let result = '', start = pos;
            while (true) {
                if (pos >= len) {
                    result += text.substring(start, pos);
                    scanError = 2 /* ScanError.UnexpectedEndOfString */;
                    break;
                }
                const ch = text.charCodeAt(pos);
                if (ch === 34 /* CharacterCodes.doubleQuote */) {
                    result += text.substring(start, pos);
                    pos++;
                    break;
                }
                if (ch === 92 /* CharacterCodes.backslash */) {
                    result += text.substring(start, pos);
                    pos++;
                    if (pos >= len) {
                        scanError = 2 /* ScanError.UnexpectedEndOfString */;
                        break;
                    }
                    const ch2 = text.charCodeAt(pos++);
                    switch (ch2) {
                        case 34 /* CharacterCodes.doubleQuote */:
                            result += '\"';
                            break;
                        case 92 /* CharacterCodes.backslash */:
                            result += '\\';
                            break;
                        case 47 /* CharacterCodes.slash */:
                            result += '/';
                            break;
                        case 98 /* CharacterCodes.b */:
                            result += '\b';
                            break;
                        case 102 /* CharacterCodes.f */:
                            result += '\f';
                            break;
                        case 110 /* CharacterCodes.n */:
                            result += '\n';
                            break;
                        case 114 /* CharacterCodes.r */:
                            result += '\r';
                            break;
                        case 116 /* CharacterCodes.t */:
                            result += '\t';
                            break;
                        case 117 /* CharacterCodes.u */:
                            const ch3 = scanHexDigits(4, true);
                            if (ch3 >= 0) {
                                result += String.fromCharCode(ch3);
                            }
                            else {
                                scanError = 4 /* ScanError.InvalidUnicode */;
                            }
                            break;
                        default:
                            scanError = 5 /* ScanError.InvalidEscapeCharacter */;
                    }
                    start = pos;
                    continue;
                }
                if (ch >= 0 && ch <= 0x1f) {
                    if (isLineBreak(ch)) {
                        result += text.substring(start, pos);
                        scanError = 2 /* ScanError.UnexpectedEndOfString */;
                        break;
                    }
                    else {
                        scanError = 6 /* ScanError.InvalidCharacter */;
                        // mark as error but continue with string
                    }
                }
                pos++;
            }
            return result;
        }
        function scanNext() {
            value = '';
            scanError = 0 /* ScanError.None */;
            tokenOffset = pos;
            lineStartOffset = lineNumber;
            prevTokenLineStartOffset = tokenLineStartOffset;
            if (pos >= len) {
                // at the end
                tokenOffset = len;
                return token = 17 /* SyntaxKind.EOF */;
            }
            let code = text.charCodeAt(pos);
            // trivia: whitespace
            if (isWhiteSpace(code)) {
                do {
                    pos++;
                    value += String.fromCharCode(code);
                    code = text.charCodeAt(pos);
                } while (isWhiteSpace(code));
                return token = 15 /* SyntaxKind.Trivia */;
            }
            // trivia: newlines
            if (isLineBreak(code)) {
                pos++;
                value += String.fromCharCode(code);
                if (code === 13 /* CharacterCodes.carriageReturn */ && text.charCodeAt(pos) === 10 /* CharacterCodes.lineFeed */) {
                    pos++;
                    value += '\n';
                }
                lineNumber++;
                tokenLineStartOffset = pos;
                return token = 14 /* SyntaxKind.LineBreakTrivia */;
            }
            switch (code) {
                // tokens: []{}:,
                case 123 /* CharacterCodes.openBrace */:
                    pos++;
                    return token = 1 /* SyntaxKind.OpenBraceToken */;
                case 125 /* CharacterCodes.closeBrace */:
                    pos++;
                    return token = 2 /* SyntaxKind.CloseBraceToken */;
                case 91 /* CharacterCodes.openBracket */:
                    pos++;
                    return token = 3 /* SyntaxKind.OpenBracketToken */;
                case 93 /* CharacterCodes.closeBracket */:
                    pos++;
                    return token = 4 /* SyntaxKind.CloseBracketToken */;
                case 58 /* CharacterCodes.colon */:
                    pos++;
                    return token = 6 /* SyntaxKind.ColonToken */;
                case 44 /* CharacterCodes.comma */:
                    pos++;
                    return token = 5 /* SyntaxKind.CommaToken */;
                // strings
                case 34 /* CharacterCodes.doubleQuote */:
                    pos++;
                    value = scanString();
                    return token = 10 /* SyntaxKind.StringLiteral */;
                // comments
                case 47 /* CharacterCodes.slash */:
                    const start = pos - 1;
                    // Single-line comment
                    if (text.charCodeAt(pos + 1) === 47 /* CharacterCodes.slash */) {
                        pos += 2;
                        while (pos < len) {
                            if (isLineBreak(text.charCodeAt(pos))) {
                                break;
                            }
                            pos++;
                        }
                        value = text.substring(start, pos);
                        return token = 12 /* SyntaxKind.LineCommentTrivia */;
                    }
                    // Multi-line comment
                    if (text.charCodeAt(pos + 1) === 42 /* CharacterCodes.asterisk */) {
                        pos += 2;
                        const safeLength = len - 1; // For lookahead.
                        let commentClosed = false;
                        while (pos < safeLength) {
                            const ch = text.charCodeAt(pos);
                            if (ch === 42 /* CharacterCodes.asterisk */ && text.charCodeAt(pos + 1) === 47 /* CharacterCodes.slash */) {
                                pos += 2;
                                commentClosed = true;
                                break;
                            }
                            pos++;
                            if (isLineBreak(ch)) {
                                if (ch === 13 /* CharacterCodes.carriageReturn */ && text.charCodeAt(pos) === 10 /* CharacterCodes.lineFeed */) {
                                    pos++;
                                }
                                lineNumber++;
                                tokenLineStartOffset = pos;
                            }
                        }
                        if (!commentClosed) {
                            pos++;
                            scanError = 1 /* ScanError.UnexpectedEndOfComment */;
                        }
                        value = text.substring(start, pos);
                        return token = 13 /* SyntaxKind.BlockCommentTrivia */;
                    }
                    // just a single slash
                    value += String.fromCharCode(code);
                    pos++;
                    return token = 16 /* SyntaxKind.Unknown */;
                // numbers
                case 45 /* CharacterCodes.minus */:
                    value += String.fromCharCode(code);
                    pos++;
                    if (pos === len || !isDigit(text.charCodeAt(pos))) {
                        return token = 16 /* SyntaxKind.Unknown */;
                    }
                // found a minus, followed by a number so
                // we fall through to proceed with scanning
                // numbers
                case 48 /* CharacterCodes._0 */:
                case 49 /* CharacterCodes._1 */:
                case 50 /* CharacterCodes._2 */:
                case 51 /* CharacterCodes._3 */:
                case 52 /* CharacterCodes._4 */:
                case 53 /* CharacterCodes._5 */:
                case 54 /* CharacterCodes._6 */:
                case 55 /* CharacterCodes._7 */:
                case 56 /* CharacterCodes._8 */:
                case 57 /* CharacterCodes._9 */:
                    value += scanNumber();
                    return token = 11 /* SyntaxKind.NumericLiteral */;
                // literals and unknown symbols
                default:
                    // is a literal? Read the full word.
                    while (pos < len && isUnknownContentCharacter(code)) {
                        pos++;
                        code = text.charCodeAt(pos);
                    }
                    if (tokenOffset !== pos) {
                        value = text.substring(tokenOffset, pos);
                        // keywords: true, false, null
                        switch (value) {
                            case 'true': return token = 8 /* SyntaxKind.TrueKeyword */;
                            case 'false': return token = 9 /* SyntaxKind.FalseKeyword */;
                            case 'null': return token = 7 /* SyntaxKind.NullKeyword */;
                        }
                        return token = 16 /* SyntaxKind.Unknown */;
                    }
                    // some
                    value += String.fromCharCode(code);
                    pos++;
                    return token = 16 /* SyntaxKind.Unknown */;
            }
        }
        function isUnknownContentCharacter(code) {
            if (isWhiteSpace(code) || isLineBreak(code)) {
                return false;
            }
            switch (code) {
                case 125 /* CharacterCodes.closeBrace */:
                case 93 /* CharacterCodes.closeBracket */:
                case 123 /* CharacterCodes.openBrace */:
                case 91 /* CharacterCodes.openBracket */:
                case 34 /* CharacterCodes.doubleQuote */:
                case 58 /* CharacterCodes.colon */:
                case 44 /* CharacterCodes.comma */:
                case 47 /* CharacterCodes.slash */:
                    return false;
            }
            return true;
        }
        function scanNextNonTrivia() {
            let result;
            do {
                result = scanNext();
            } while (result >= 12 /* SyntaxKind.LineCommentTrivia */ && result <= 15 /* SyntaxKind.Trivia */);
            return result;
        }
        return {
            setPosition: setPosition,
            getPosition: () => pos,
            scan: ignoreTrivia ? scanNextNonTrivia : scanNext,
            getToken: () => token,
            getTokenValue: () => value,
            getTokenOffset: () => tokenOffset,
            getTokenLength: () => pos - tokenOffset,
            getTokenStartLine: () => lineStartOffset,
            getTokenStartCharacter: () => tokenOffset - prevTokenLineStartOffset,
            getTokenError: () => scanError,
        };
    }
    exports.createScanner = createScanner;
    function isWhiteSpace(ch) {
        return ch === 32 /* CharacterCodes.space */ || ch === 9 /* CharacterCodes.tab */;
    }
    function isLineBreak(ch) {
        return ch === 10 /* CharacterCodes.lineFeed */ || ch === 13 /* CharacterCodes.carriageReturn */;
    }
    function isDigit(ch) {
        return ch >= 48 /* CharacterCodes._0 */ && ch <= 57 /* CharacterCodes._9 */;
    }
    var CharacterCodes;
    (function (CharacterCodes) {
        CharacterCodes[CharacterCodes["lineFeed"] = 10] = "lineFeed";
        CharacterCodes[CharacterCodes["carriageReturn"] = 13] = "carriageReturn";
        CharacterCodes[CharacterCodes["space"] = 32] = "space";
        CharacterCodes[CharacterCodes["_0"] = 48] = "_0";
        CharacterCodes[CharacterCodes["_1"] = 49] = "_1";
        CharacterCodes[CharacterCodes["_2"] = 50] = "_2";
        CharacterCodes[CharacterCodes["_3"] = 51] = "_3";
        CharacterCodes[CharacterCodes["_4"] = 52] = "_4";
        CharacterCodes[CharacterCodes["_5"] = 53] = "_5";
        CharacterCodes[CharacterCodes["_6"] = 54] = "_6";
        CharacterCodes[CharacterCodes["_7"] = 55] = "_7";
        CharacterCodes[CharacterCodes["_8"] = 56] = "_8";
        CharacterCodes[CharacterCodes["_9"] = 57] = "_9";
        CharacterCodes[CharacterCodes["a"] = 97] = "a";
        CharacterCodes[CharacterCodes["b"] = 98] = "b";
        CharacterCodes[CharacterCodes["c"] = 99] = "c";
        CharacterCodes[CharacterCodes["d"] = 100] = "d";
        CharacterCodes[CharacterCodes["e"] = 101] = "e";
        CharacterCodes[CharacterCodes["f"] = 102] = "f";
        CharacterCodes[CharacterCodes["g"] = 103] = "g";
        CharacterCodes[CharacterCodes["h"] = 104] = "h";
        CharacterCodes[CharacterCodes["i"] = 105] = "i";
        CharacterCodes[CharacterCodes["j"] = 106] = "j";
        CharacterCodes[CharacterCodes["k"] = 107] = "k";
        CharacterCodes[CharacterCodes["l"] = 108] = "l";
        CharacterCodes[CharacterCodes["m"] = 109] = "m";
        CharacterCodes[CharacterCodes["n"] = 110] = "n";
        CharacterCodes[CharacterCodes["o"] = 111] = "o";
        CharacterCodes[CharacterCodes["p"] = 112] = "p";
        CharacterCodes[CharacterCodes["q"] = 113] = "q";
        CharacterCodes[CharacterCodes["r"] = 114] = "r";
        CharacterCodes[CharacterCodes["s"] = 115] = "s";
        CharacterCodes[CharacterCodes["t"] = 116] = "t";
        CharacterCodes[CharacterCodes["u"] = 117] = "u";
        CharacterCodes[CharacterCodes["v"] = 118] = "v";
        CharacterCodes[CharacterCodes["w"] = 119] = "w";
        CharacterCodes[CharacterCodes["x"] = 120] = "x";
        CharacterCodes[CharacterCodes["y"] = 121] = "y";
        CharacterCodes[CharacterCodes["z"] = 122] = "z";
        CharacterCodes[CharacterCodes["A"] = 65] = "A";
        CharacterCodes[CharacterCodes["B"] = 66] = "B";
        CharacterCodes[CharacterCodes["C"] = 67] = "C";
        CharacterCodes[CharacterCodes["D"] = 68] = "D";
        CharacterCodes[CharacterCodes["E"] = 69] = "E";
        CharacterCodes[CharacterCodes["F"] = 70] = "F";
        CharacterCodes[CharacterCodes["G"] = 71] = "G";
        CharacterCodes[CharacterCodes["H"] = 72] = "H";
        CharacterCodes[CharacterCodes["I"] = 73] = "I";
        CharacterCodes[CharacterCodes["J"] = 74] = "J";
        CharacterCodes[CharacterCodes["K"] = 75] = "K";
        CharacterCodes[CharacterCodes["L"] = 76] = "L";
        CharacterCodes[CharacterCodes["M"] = 77] = "M";
        CharacterCodes[CharacterCodes["N"] = 78] = "N";
        CharacterCodes[CharacterCodes["O"] = 79] = "O";
        CharacterCodes[CharacterCodes["P"] = 80] = "P";
        CharacterCodes[CharacterCodes["Q"] = 81] = "Q";
        CharacterCodes[CharacterCodes["R"] = 82] = "R";
        CharacterCodes[CharacterCodes["S"] = 83] = "S";
        CharacterCodes[CharacterCodes["T"] = 84] = "T";
        CharacterCodes[CharacterCodes["U"] = 85] = "U";
        CharacterCodes[CharacterCodes["V"] = 86] = "V";
        CharacterCodes[CharacterCodes["W"] = 87] = "W";
        CharacterCodes[CharacterCodes["X"] = 88] = "X";
        CharacterCodes[CharacterCodes["Y"] = 89] = "Y";
        CharacterCodes[CharacterCodes["Z"] = 90] = "Z";
        CharacterCodes[CharacterCodes["asterisk"] = 42] = "asterisk";
        CharacterCodes[CharacterCodes["backslash"] = 92] = "backslash";
        CharacterCodes[CharacterCodes["closeBrace"] = 125] = "closeBrace";
        CharacterCodes[CharacterCodes["closeBracket"] = 93] = "closeBracket";
        CharacterCodes[CharacterCodes["colon"] = 58] = "colon";
        CharacterCodes[CharacterCodes["comma"] = 44] = "comma";
        CharacterCodes[CharacterCodes["dot"] = 46] = "dot";
        CharacterCodes[CharacterCodes["doubleQuote"] = 34] = "doubleQuote";
        CharacterCodes[CharacterCodes["minus"] = 45] = "minus";
        CharacterCodes[CharacterCodes["openBrace"] = 123] = "openBrace";
        CharacterCodes[CharacterCodes["openBracket"] = 91] = "openBracket";
        CharacterCodes[CharacterCodes["plus"] = 43] = "plus";
        CharacterCodes[CharacterCodes["slash"] = 47] = "slash";
        CharacterCodes[CharacterCodes["formFeed"] = 12] = "formFeed";
        CharacterCodes[CharacterCodes["tab"] = 9] = "tab";
    })(CharacterCodes || (CharacterCodes = {}));
});


/***/ }),

/***/ 579:
/***/ ((module, exports) => {

(function (factory) {
    if ( true && typeof module.exports === "object") {
        var v = factory(__WEBPACK_EXTERNAL_createRequire(import.meta.url), exports);
        if (v !== undefined) module.exports = v;
    }
    else if (typeof define === "function" && define.amd) {
        define(["require", "exports"], factory);
    }
})(function () {
    "use strict";
    Object.defineProperty(exports, "__esModule", ({ value: true }));
    exports.supportedEols = exports.cachedBreakLinesWithSpaces = exports.cachedSpaces = void 0;
    exports.cachedSpaces = new Array(20).fill(0).map((_, index) => {
        return ' '.repeat(index);
    });
    const maxCachedValues = 200;
    exports.cachedBreakLinesWithSpaces = {
        ' ': {
            '\n': new Array(maxCachedValues).fill(0).map((_, index) => {
                return '\n' + ' '.repeat(index);
            }),
            '\r': new Array(maxCachedValues).fill(0).map((_, index) => {
                return '\r' + ' '.repeat(index);
            }),
            '\r\n': new Array(maxCachedValues).fill(0).map((_, index) => {
                return '\r\n' + ' '.repeat(index);
            }),
        },
        '\t': {
            '\n': new Array(maxCachedValues).fill(0).map((_, index) => {
                return '\n' + '\t'.repeat(index);
            }),
            '\r': new Array(maxCachedValues).fill(0).map((_, index) => {
                return '\r' + '\t'.repeat(index);
            }),
            '\r\n': new Array(maxCachedValues).fill(0).map((_, index) => {
                return '\r\n' + '\t'.repeat(index);
            }),
        }
    };
    exports.supportedEols = ['\n', '\r', '\r\n'];
});


/***/ }),

/***/ 547:
/***/ ((module, exports, __nccwpck_require__) => {

(function (factory) {
    if ( true && typeof module.exports === "object") {
        var v = factory(__WEBPACK_EXTERNAL_createRequire(import.meta.url), exports);
        if (v !== undefined) module.exports = v;
    }
    else if (typeof define === "function" && define.amd) {
        define(["require", "exports", "./impl/format", "./impl/edit", "./impl/scanner", "./impl/parser"], factory);
    }
})(function () {
    /*---------------------------------------------------------------------------------------------
     *  Copyright (c) Microsoft Corporation. All rights reserved.
     *  Licensed under the MIT License. See License.txt in the project root for license information.
     *--------------------------------------------------------------------------------------------*/
    'use strict';
    Object.defineProperty(exports, "__esModule", ({ value: true }));
    exports.applyEdits = exports.modify = exports.format = exports.printParseErrorCode = exports.ParseErrorCode = exports.stripComments = exports.visit = exports.getNodeValue = exports.getNodePath = exports.findNodeAtOffset = exports.findNodeAtLocation = exports.parseTree = exports.parse = exports.getLocation = exports.SyntaxKind = exports.ScanError = exports.createScanner = void 0;
    const formatter = __nccwpck_require__(612);
    const edit = __nccwpck_require__(807);
    const scanner = __nccwpck_require__(525);
    const parser = __nccwpck_require__(152);
    /**
     * Creates a JSON scanner on the given text.
     * If ignoreTrivia is set, whitespaces or comments are ignored.
     */
    exports.createScanner = scanner.createScanner;
    var ScanError;
    (function (ScanError) {
        ScanError[ScanError["None"] = 0] = "None";
        ScanError[ScanError["UnexpectedEndOfComment"] = 1] = "UnexpectedEndOfComment";
        ScanError[ScanError["UnexpectedEndOfString"] = 2] = "UnexpectedEndOfString";
        ScanError[ScanError["UnexpectedEndOfNumber"] = 3] = "UnexpectedEndOfNumber";
        ScanError[ScanError["InvalidUnicode"] = 4] = "InvalidUnicode";
        ScanError[ScanError["InvalidEscapeCharacter"] = 5] = "InvalidEscapeCharacter";
        ScanError[ScanError["InvalidCharacter"] = 6] = "InvalidCharacter";
    })(ScanError || (exports.ScanError = ScanError = {}));
    var SyntaxKind;
    (function (SyntaxKind) {
        SyntaxKind[SyntaxKind["OpenBraceToken"] = 1] = "OpenBraceToken";
        SyntaxKind[SyntaxKind["CloseBraceToken"] = 2] = "CloseBraceToken";
        SyntaxKind[SyntaxKind["OpenBracketToken"] = 3] = "OpenBracketToken";
        SyntaxKind[SyntaxKind["CloseBracketToken"] = 4] = "CloseBracketToken";
        SyntaxKind[SyntaxKind["CommaToken"] = 5] = "CommaToken";
        SyntaxKind[SyntaxKind["ColonToken"] = 6] = "ColonToken";
        SyntaxKind[SyntaxKind["NullKeyword"] = 7] = "NullKeyword";
        SyntaxKind[SyntaxKind["TrueKeyword"] = 8] = "TrueKeyword";
        SyntaxKind[SyntaxKind["FalseKeyword"] = 9] = "FalseKeyword";
        SyntaxKind[SyntaxKind["StringLiteral"] = 10] = "StringLiteral";
        SyntaxKind[SyntaxKind["NumericLiteral"] = 11] = "NumericLiteral";
        SyntaxKind[SyntaxKind["LineCommentTrivia"] = 12] = "LineCommentTrivia";
        SyntaxKind[SyntaxKind["BlockCommentTrivia"] = 13] = "BlockCommentTrivia";
        SyntaxKind[SyntaxKind["LineBreakTrivia"] = 14] = "LineBreakTrivia";
        SyntaxKind[SyntaxKind["Trivia"] = 15] = "Trivia";
        SyntaxKind[SyntaxKind["Unknown"] = 16] = "Unknown";
        SyntaxKind[SyntaxKind["EOF"] = 17] = "EOF";
    })(SyntaxKind || (exports.SyntaxKind = SyntaxKind = {}));
    /**
     * For a given offset, evaluate the location in the JSON document. Each segment in the location path is either a property name or an array index.
     */
    exports.getLocation = parser.getLocation;
    /**
     * Parses the given text and returns the object the JSON content represents. On invalid input, the parser tries to be as fault tolerant as possible, but still return a result.
     * Therefore, always check the errors list to find out if the input was valid.
     */
    exports.parse = parser.parse;
    /**
     * Parses the given text and returns a tree representation the JSON content. On invalid input, the parser tries to be as fault tolerant as possible, but still return a result.
     */
    exports.parseTree = parser.parseTree;
    /**
     * Finds the node at the given path in a JSON DOM.
     */
    exports.findNodeAtLocation = parser.findNodeAtLocation;
    /**
     * Finds the innermost node at the given offset. If includeRightBound is set, also finds nodes that end at the given offset.
     */
    exports.findNodeAtOffset = parser.findNodeAtOffset;
    /**
     * Gets the JSON path of the given JSON DOM node
     */
    exports.getNodePath = parser.getNodePath;
    /**
     * Evaluates the JavaScript object of the given JSON DOM node
     */
    exports.getNodeValue = parser.getNodeValue;
    /**
     * Parses the given text and invokes the visitor functions for each object, array and literal reached.
     */
    exports.visit = parser.visit;
    /**
     * Takes JSON with JavaScript-style comments and remove
     * them. Optionally replaces every none-newline character
     * of comments with a replaceCharacter
     */
    exports.stripComments = parser.stripComments;
    var ParseErrorCode;
    (function (ParseErrorCode) {
        ParseErrorCode[ParseErrorCode["InvalidSymbol"] = 1] = "InvalidSymbol";
        ParseErrorCode[ParseErrorCode["InvalidNumberFormat"] = 2] = "InvalidNumberFormat";
        ParseErrorCode[ParseErrorCode["PropertyNameExpected"] = 3] = "PropertyNameExpected";
        ParseErrorCode[ParseErrorCode["ValueExpected"] = 4] = "ValueExpected";
        ParseErrorCode[ParseErrorCode["ColonExpected"] = 5] = "ColonExpected";
        ParseErrorCode[ParseErrorCode["CommaExpected"] = 6] = "CommaExpected";
        ParseErrorCode[ParseErrorCode["CloseBraceExpected"] = 7] = "CloseBraceExpected";
        ParseErrorCode[ParseErrorCode["CloseBracketExpected"] = 8] = "CloseBracketExpected";
        ParseErrorCode[ParseErrorCode["EndOfFileExpected"] = 9] = "EndOfFileExpected";
        ParseErrorCode[ParseErrorCode["InvalidCommentToken"] = 10] = "InvalidCommentToken";
        ParseErrorCode[ParseErrorCode["UnexpectedEndOfComment"] = 11] = "UnexpectedEndOfComment";
        ParseErrorCode[ParseErrorCode["UnexpectedEndOfString"] = 12] = "UnexpectedEndOfString";
        ParseErrorCode[ParseErrorCode["UnexpectedEndOfNumber"] = 13] = "UnexpectedEndOfNumber";
        ParseErrorCode[ParseErrorCode["InvalidUnicode"] = 14] = "InvalidUnicode";
        ParseErrorCode[ParseErrorCode["InvalidEscapeCharacter"] = 15] = "InvalidEscapeCharacter";
        ParseErrorCode[ParseErrorCode["InvalidCharacter"] = 16] = "InvalidCharacter";
    })(ParseErrorCode || (exports.ParseErrorCode = ParseErrorCode = {}));
    function printParseErrorCode(code) {
        switch (code) {
            case 1 /* ParseErrorCode.InvalidSymbol */: return 'InvalidSymbol';
            case 2 /* ParseErrorCode.InvalidNumberFormat */: return 'InvalidNumberFormat';
            case 3 /* ParseErrorCode.PropertyNameExpected */: return 'PropertyNameExpected';
            case 4 /* ParseErrorCode.ValueExpected */: return 'ValueExpected';
            case 5 /* ParseErrorCode.ColonExpected */: return 'ColonExpected';
            case 6 /* ParseErrorCode.CommaExpected */: return 'CommaExpected';
            case 7 /* ParseErrorCode.CloseBraceExpected */: return 'CloseBraceExpected';
            case 8 /* ParseErrorCode.CloseBracketExpected */: return 'CloseBracketExpected';
            case 9 /* ParseErrorCode.EndOfFileExpected */: return 'EndOfFileExpected';
            case 10 /* ParseErrorCode.InvalidCommentToken */: return 'InvalidCommentToken';
            case 11 /* ParseErrorCode.UnexpectedEndOfComment */: return 'UnexpectedEndOfComment';
            case 12 /* ParseErrorCode.UnexpectedEndOfString */: return 'UnexpectedEndOfString';
            case 13 /* ParseErrorCode.UnexpectedEndOfNumber */: return 'UnexpectedEndOfNumber';
            case 14 /* ParseErrorCode.InvalidUnicode */: return 'InvalidUnicode';
            case 15 /* ParseErrorCode.InvalidEscapeCharacter */: return 'InvalidEscapeCharacter';
            case 16 /* ParseErrorCode.InvalidCharacter */: return 'InvalidCharacter';
        }
        return '<unknown ParseErrorCode>';
    }
    exports.printParseErrorCode = printParseErrorCode;
    /**
     * Computes the edit operations needed to format a JSON document.
     *
     * @param documentText The input text
     * @param range The range to format or `undefined` to format the full content
     * @param options The formatting options
     * @returns The edit operations describing the formatting changes to the original document following the format described in {@linkcode EditResult}.
     * To apply the edit operations to the input, use {@linkcode applyEdits}.
     */
    function format(documentText, range, options) {
        return formatter.format(documentText, range, options);
    }
    exports.format = format;
    /**
     * Computes the edit operations needed to modify a value in the JSON document.
     *
     * @param documentText The input text
     * @param path The path of the value to change. The path represents either to the document root, a property or an array item.
     * If the path points to an non-existing property or item, it will be created.
     * @param value The new value for the specified property or item. If the value is undefined,
     * the property or item will be removed.
     * @param options Options
     * @returns The edit operations describing the changes to the original document, following the format described in {@linkcode EditResult}.
     * To apply the edit operations to the input, use {@linkcode applyEdits}.
     */
    function modify(text, path, value, options) {
        return edit.setProperty(text, path, value, options);
    }
    exports.modify = modify;
    /**
     * Applies edits to an input string.
     * @param text The input text
     * @param edits Edit operations following the format described in {@linkcode EditResult}.
     * @returns The text with the applied edits.
     * @throws An error if the edit operations are not well-formed as described in {@linkcode EditResult}.
     */
    function applyEdits(text, edits) {
        let sortedEdits = edits.slice(0).sort((a, b) => {
            const diff = a.offset - b.offset;
            if (diff === 0) {
                return a.length - b.length;
            }
            return diff;
        });
        let lastModifiedOffset = text.length;
        for (let i = sortedEdits.length - 1; i >= 0; i--) {
            let e = sortedEdits[i];
            if (e.offset + e.length <= lastModifiedOffset) {
                text = edit.applyEdit(text, e);
            }
            else {
                throw new Error('Overlapping edit');
            }
            lastModifiedOffset = e.offset;
        }
        return text;
    }
    exports.applyEdits = applyEdits;
});


/***/ }),

/***/ 811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  v: () => (/* binding */ startFromArguments)
});

;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
// EXTERNAL MODULE: ./lib/visible.js
var lib_visible = __nccwpck_require__(629);
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
    return (0,lib_visible/* visible */.RK)((0,lib_visible/* shorten */.ml)(text, LONGEST_MESSAGE));
}

;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
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

// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __nccwpck_require__(547);
;// CONCATENATED MODULE: ./lib/bundle/limits.js
/**
 * What a bundle may hold at most: far more than any in use has, and little enough that nothing over it takes long.
 * What is beyond a limit is not looked into, and that is an error (`json/size`).
 */
/** Deeper nesting than any real flow has; it bounds every recursion over a bundle. */
const limits_MAX_DEPTH = 128;
/** Objects, arrays, texts, numbers and the rest in one file, all counted. */
const limits_MAX_VALUES = 200_000;
/** Characters of a property's name: of a resource, a state, a header. */
const limits_MAX_NAME = 1_000;
/** Characters of a number. */
const limits_MAX_NUMBER = 100;
/** Members of one object; of `resources` and of the `States` of a flow MAX_NAMED. */
const MAX_MEMBERS = 20_000;
const MAX_NAMED = 2_000;
/** What is beyond a limit, in words that follow `more than`. */
const LIMIT_WORDS = {
    values: `${grouped(limits_MAX_VALUES)} values`,
    name: `${grouped(limits_MAX_NAME)} characters in a name`,
    number: `${limits_MAX_NUMBER} characters in a number`,
    members: `${grouped(MAX_MEMBERS)} members in an object`,
    resources: `${grouped(MAX_NAMED)} resources`,
    states: `${grouped(MAX_NAMED)} states in a flow`
};
/** Which limit the members of an object have. @param name of the property that holds the object */
function limits_limitOfMembers(name) {
    if (name === 'resources')
        return { limit: 'resources', most: MAX_NAMED };
    if (name === 'States')
        return { limit: 'states', most: MAX_NAMED };
    return { limit: 'members', most: MAX_MEMBERS };
}
/** Which limit a value passes that came from elsewhere than a file; null for none. It may be nested in any depth. */
function limitPassed(root) {
    const open = [
        { value: root, name: '', depth: 1 }
    ];
    let values = 0;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const { value, name, depth } = next;
        values += 1;
        if (values > limits_MAX_VALUES)
            return 'values';
        if (value === null || typeof value !== 'object')
            continue;
        if (depth > limits_MAX_DEPTH)
            return 'depth';
        if (Array.isArray(value)) {
            for (const item of value)
                open.push({ value: item, name: '', depth: depth + 1 });
            continue;
        }
        const members = Object.entries(value);
        const { limit, most } = limits_limitOfMembers(name);
        if (members.length > most)
            return limit;
        for (const [key, member] of members) {
            if (key.length > limits_MAX_NAME)
                return 'name';
            open.push({ value: member, name: key, depth: depth + 1 });
        }
    }
    return null;
}
/** `200,000` */
function grouped(count) {
    return count.toLocaleString('en-US');
}

;// CONCATENATED MODULE: ./lib/bundle/json-hazards.js

/** Thrown where the nesting passes MAX_DEPTH. */
class json_hazards_TooDeep extends Error {
    at;
    constructor(at) {
        super('too deep');
        this.at = at;
    }
}
/** Thrown where another limit is passed. */
class json_hazards_Beyond extends Error {
    limit;
    at;
    constructor(limit, at) {
        super(`beyond the limit of ${limit}`);
        this.limit = limit;
        this.at = at;
    }
}
/** Keys that readers of JSON are known to lose or to misuse. */
const json_hazards_RESERVED_KEYS = new Set(['__proto__']);
function json_hazards_noDoubts() {
    return { duplicateKeys: [], reservedKeys: [], inexactNumbers: [] };
}
/** Notes a number, written at `start`, whose text its value cannot give back. */
function json_hazards_checkNumber(text, value, start, { inexactNumbers }) {
    if (!sameNumber(text, value)) {
        inexactNumbers.push({ start, end: start + text.length, text, read: String(value) });
    }
}
/** Whether the decimal text and the number are one value: their digits and exponents are compared. */
function sameNumber(text, value) {
    if (!Number.isFinite(value))
        return false;
    if (text.length <= 15)
        return !/[eE]/.test(text) || normalNumber(text) === normalNumber(String(value));
    return normalNumber(text) === normalNumber(String(value));
}
/** `-12.50e1` → `-125e0`: sign, digits without outer zeros, power of ten. */
function normalNumber(text) {
    const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
    if (match === null)
        return text;
    const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
    const digits = (whole + fraction).replace(/^0+/, '');
    const significant = digits.replace(/(?<!0)0+$/, '');
    if (significant === '')
        return '0';
    const power = Number(exponent) - fraction.length + (digits.length - significant.length);
    return `${sign}${significant}e${power}`;
}

;// CONCATENATED MODULE: ./lib/bundle/json-faults.js


/** What is wrong with a text that is no JSON, in words and with its place. */
function json_faults_readFaults(text) {
    const reader = new FaultReader(text);
    try {
        visit(text, reader, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
    }
    catch (error) {
        if (!(error instanceof TooDeep))
            throw error;
        return { ...reader.doubts, root: null, syntax: null, tooDeep: error.at, beyond: null };
    }
    return {
        ...reader.doubts,
        root: null,
        syntax: reader.syntax ?? syntaxFault(0, text, 0, text.length),
        tooDeep: null,
        beyond: null
    };
}
/** Listens to jsonc-parser, which goes on after an error and knows what each one is. */
class FaultReader {
    text;
    /** The first error. */
    syntax = null;
    doubts = noDoubts();
    /** The keys of the objects that are open, the innermost last; null for an array. */
    open = [];
    key = null;
    constructor(text) {
        this.text = text;
    }
    onObjectBegin = (offset) => {
        this.begin(new Map(), offset);
    };
    onArrayBegin = (offset) => {
        this.begin(null, offset);
    };
    onObjectEnd = () => {
        this.open.pop();
    };
    onArrayEnd = () => {
        this.open.pop();
    };
    onObjectProperty = (name, start, length) => {
        this.key = { name, start, end: start + length };
        if (RESERVED_KEYS.has(name))
            this.doubts.reservedKeys.push(this.key);
    };
    onLiteralValue = (value, start, length) => {
        if (typeof value === 'number') {
            checkNumber(this.text.slice(start, start + length), value, start, this.doubts);
        }
        this.attach();
    };
    onError = (code, start, length) => {
        this.syntax ??= syntaxFault(code, this.text, start, length);
    };
    begin(keys, start) {
        if (this.open.length >= MAX_DEPTH)
            throw new TooDeep({ start, end: start + 1 });
        this.attach();
        this.open.push(keys);
    }
    /** Counts a value as that of the key before it. */
    attach() {
        const { key } = this;
        const keys = this.open.at(-1);
        this.key = null;
        if (key === null || !keys)
            return;
        const first = keys.get(key.name);
        if (first !== undefined)
            this.doubts.duplicateKeys.push({ key, first });
        keys.set(key.name, key);
    }
}
/** jsonc-parser's ParseErrorCode, in words. (Its const enum cannot be imported with isolatedModules.) */
const SYNTAX_MESSAGES = {
    1: 'JSON has only double-quoted strings, numbers, true, false, null, objects and arrays',
    2: 'this is not a number as JSON writes it',
    3: 'a property name in double quotes is expected here',
    4: 'a value is expected here',
    5: 'a colon is missing after the property name',
    6: 'a comma is missing before this',
    7: 'a closing brace is missing',
    8: 'a closing bracket is missing',
    9: 'there is text after the end of the JSON value',
    10: 'JSON has no comments',
    11: 'this comment is never closed',
    12: 'this string is never closed',
    13: 'this is not a number as JSON writes it',
    14: '\\u must be followed by four hexadecimal digits',
    15: 'this string has a backslash before a character that JSON does not escape',
    16: 'this string has an unescaped control character, such as a line break or a tab'
};
function syntaxFault(code, text, start, length) {
    const before = text.slice(0, start).trimEnd();
    if ('}]'.includes(text.charAt(start) || ' ') && /[^\s{[:,]\s*,$/.test(before.slice(-100))) {
        const message = 'JSON has no trailing commas';
        return { start: before.length - 1, end: before.length, message, inJsonc: true };
    }
    const exact = code === COMMENT && isUnclosed(text, start) ? UNCLOSED_COMMENT : code;
    const message = text.trim() === '' ? 'the file is empty' : (SYNTAX_MESSAGES[exact] ?? 'this is not JSON');
    return { start, end: start + Math.max(length, 1), message, inJsonc: exact === COMMENT };
}
const COMMENT = 10;
const UNCLOSED_COMMENT = 11;
function isUnclosed(text, comment) {
    return text.startsWith('/*', comment) && !text.includes('*/', comment + 2);
}

;// CONCATENATED MODULE: ./lib/bundle/json-members.js
/** Above this many members a search through them takes longer than a map. */
const FEW = 8;
/**
 * The members of one object by name, in the file's order. Most objects have few members, and most are asked for one
 * or two of them: a map is made only of many.
 */
class json_members_Members {
    names;
    nodes;
    index = null;
    /**
     * @param names no two of them equal
     * @param nodes the members in the order of their names: a loop over them costs less than one over an iterator
     */
    constructor(names, nodes) {
        this.names = names;
        this.nodes = nodes;
    }
    get size() {
        return this.nodes.length;
    }
    get(name) {
        const { names } = this;
        if (names.length > FEW)
            return this.indexed().get(name);
        for (let at = 0; at < names.length; at += 1)
            if (names[at] === name)
                return this.nodes[at];
        return undefined;
    }
    has(name) {
        return this.get(name) !== undefined;
    }
    keys() {
        return this.names.values();
    }
    values() {
        return this.nodes.values();
    }
    entries() {
        return this.paired().values();
    }
    [Symbol.iterator]() {
        return this.entries();
    }
    forEach(each) {
        for (const [name, member] of this.paired())
            each(member, name, this);
    }
    indexed() {
        return (this.index ??= new Map(this.paired()));
    }
    paired() {
        return this.nodes.map((member, at) => [this.names[at] ?? '', member]);
    }
}

;// CONCATENATED MODULE: ./lib/bundle/json-node.js

/** A node whose children and end may be still to come. All nodes have one shape, so that reading any of them is fast. */
class json_node_TreeNode {
    type;
    value;
    parent;
    name;
    keyStart;
    keyEnd;
    start;
    end;
    properties = NO_MEMBERS;
    items = NO_ITEMS;
    /** @param keyStart where the name begins; -1 when there is none */
    constructor(type, value, parent, name, keyStart, keyEnd, start, end) {
        this.type = type;
        this.value = value;
        this.parent = parent;
        this.name = name;
        this.keyStart = keyStart;
        this.keyEnd = keyEnd;
        this.start = start;
        this.end = end;
    }
    /** Made when it is asked for: that is seldom, and a tree of keys would take a third of the memory. */
    get key() {
        const { name, keyStart: start, keyEnd: end } = this;
        return start === -1 ? null : { name, start, end };
    }
}
const NO_MEMBERS = new json_members_Members([], []);
const NO_ITEMS = (/* unused pure expression or super */ null && ([]));

;// CONCATENATED MODULE: ./lib/bundle/json-tree.js





/**
 * Reads the tree of a text that JSON.parse has taken: only the places have to be found out, and the values
 * are shared. Where a repeated key has lost some of them they are read from the text once more.
 *
 * @param value what JSON.parse made of the text
 */
function json_tree_readTree(text, value) {
    const reader = new TreeReader(text);
    const parsed = read(reader, value);
    const isCut = parsed.tooDeep !== null || parsed.beyond !== null;
    return reader.hasRepeatedKeys || isCut ? read(new TreeReader(text), undefined) : parsed;
}
function read(reader, value) {
    const { duplicateKeys, reservedKeys, inexactNumbers } = reader.doubts;
    let root = null;
    let tooDeep = null;
    let beyond = null;
    try {
        root = reader.root(value);
    }
    catch (error) {
        if (error instanceof TooDeep)
            tooDeep = error.at;
        else if (error instanceof Beyond)
            beyond = { ...error.at, limit: error.limit };
        else
            throw error;
    }
    return { root, syntax: null, tooDeep, beyond, duplicateKeys, reservedKeys, inexactNumbers };
}
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
/**
 * Goes through sound JSON once, alongside its value. Between two calls `at` is the first character that is
 * not yet read. The text alone says where things are: where a key is repeated the value has lost something,
 * and what is read alongside it is not what stands there.
 */
class TreeReader {
    text;
    doubts = noDoubts();
    hasRepeatedKeys = false;
    at = 0;
    depth = 0;
    /** The name that was read last, and where it stands. */
    name = '';
    keyStart = -1;
    keyEnd = -1;
    /** The children of the objects and arrays that are open, those of the innermost one last; `count` of them count. */
    children = [];
    count = 0;
    values = 0;
    constructor(text) {
        this.text = text;
    }
    /** @param value undefined where it is to be read from the text */
    root(value) {
        this.skipSpace();
        return this.node(value, null);
    }
    node(value, parent) {
        this.values += 1;
        if (this.values > MAX_VALUES)
            throw this.beyond('values', this.at, this.at + 1);
        const first = this.text.charCodeAt(this.at);
        if (first === OPEN_BRACE) {
            const node = this.begin('object', isObject(value) ? value : {}, parent);
            if (isObject(value))
                this.members(node, value);
            else
                this.unknownMembers(node, node.value);
            return node;
        }
        if (first === OPEN_BRACKET) {
            const node = this.begin('array', Array.isArray(value) ? value : [], parent);
            this.elements(node, node.value);
            return node;
        }
        return this.literal(first, value, parent);
    }
    literal(first, known, parent) {
        const start = this.at;
        if (first === QUOTE)
            this.skipString();
        else
            this.skipWord();
        const value = known ?? JSON.parse(this.text.slice(start, this.at));
        const type = value === null ? 'null' : typeof value;
        if (type === 'number') {
            if (this.at - start > MAX_NUMBER)
                throw this.beyond('number', start, this.at);
            checkNumber(this.text.slice(start, this.at), value, start, this.doubts);
        }
        return this.place(type, value, parent, start, this.at);
    }
    begin(type, value, parent) {
        const start = this.at;
        if (this.depth >= MAX_DEPTH)
            throw new TooDeep({ start, end: start + 1 });
        this.depth += 1;
        this.at += 1;
        this.skipSpace();
        return this.place(type, value, parent, start, start + 1);
    }
    /** A node that stands behind the name that was read last, unless it is in an array or at the top. */
    place(type, value, parent, start, end) {
        if (parent === null || parent.type === 'array')
            return new TreeNode(type, value, parent, '', -1, -1, start, end);
        return new TreeNode(type, value, parent, this.name, this.keyStart, this.keyEnd, start, end);
    }
    members(node, value) {
        const names = Object.keys(value);
        const { length } = names;
        const { limit, most } = limitOfMembers(node.name);
        const from = this.count;
        for (let index = 0; this.text.charCodeAt(this.at) !== CLOSE_BRACE; index += 1) {
            const name = this.key(names[index]);
            if (index >= most)
                throw this.beyond(limit, this.keyStart, this.keyEnd);
            names[index] = name;
            this.keep(this.node(value[name], node));
            this.skipToNext();
        }
        const members = this.close(node, from);
        if (members.length !== length)
            this.hasRepeatedKeys = true;
        node.properties = new Members(names, members);
    }
    /** Of an object whose value is not known: its members are put into it. */
    unknownMembers(node, value) {
        const members = new Map();
        const keys = new Map();
        const { limit, most } = limitOfMembers(node.name);
        while (this.text.charCodeAt(this.at) !== CLOSE_BRACE) {
            const name = this.key(undefined);
            const key = { name, start: this.keyStart, end: this.keyEnd };
            const first = keys.get(name);
            if (first !== undefined)
                this.doubts.duplicateKeys.push({ key, first });
            keys.set(name, key);
            if (keys.size > most)
                throw this.beyond(limit, key.start, key.end);
            const member = this.node(undefined, node);
            members.set(name, member);
            setOwn(value, name, member.value);
            this.skipToNext();
        }
        this.close(node, this.count);
        node.properties = new Members([...members.keys()], [...members.values()]);
    }
    elements(node, value) {
        const from = this.count;
        for (let index = 0; this.text.charCodeAt(this.at) !== CLOSE_BRACKET; index += 1) {
            const item = this.node(value[index], node);
            value[index] ??= item.value;
            this.keep(item);
            this.skipToNext();
        }
        node.items = this.close(node, from);
    }
    keep(child) {
        this.children[this.count] = child;
        this.count += 1;
    }
    /** Takes the children of an object or array that ends here. */
    close(node, from) {
        this.at += 1;
        this.depth -= 1;
        node.end = this.at;
        const own = this.children.slice(from, this.count);
        this.count = from;
        return own;
    }
    /** A name and the colon behind it. @param expected the name, unless the value's members are in another order */
    key(expected) {
        const { text } = this;
        const start = this.at;
        const isPlain = this.skipString();
        const end = this.at;
        let name;
        if (!isPlain)
            name = JSON.parse(text.slice(start, end));
        else if (expected?.length === end - start - 2 && text.startsWith(expected, start + 1))
            name = expected;
        else
            name = text.slice(start + 1, end - 1);
        this.name = name;
        this.keyStart = start;
        this.keyEnd = end;
        if (name.length > MAX_NAME)
            throw this.beyond('name', start, end);
        if (RESERVED_KEYS.has(name))
            this.doubts.reservedKeys.push({ name, start, end });
        this.skipSpace();
        this.at += 1;
        this.skipSpace();
        return name;
    }
    beyond(limit, start, end) {
        return new Beyond(limit, { start, end });
    }
    /** Goes on to the next member or element, or to the end of what holds them. */
    skipToNext() {
        this.skipSpace();
        if (this.text.charCodeAt(this.at) !== COMMA)
            return;
        this.at += 1;
        this.skipSpace();
    }
    skipSpace() {
        const { text } = this;
        let at = this.at;
        while (text.charCodeAt(at) <= SPACE)
            at += 1;
        this.at = at;
    }
    /** @returns whether the string is written without escapes */
    skipString() {
        const { text } = this;
        let isPlain = true;
        let at = this.at + 1;
        for (let code = text.charCodeAt(at); code !== QUOTE; code = text.charCodeAt(at)) {
            if (code === BACKSLASH) {
                isPlain = false;
                at += 1;
            }
            at += 1;
        }
        this.at = at + 1;
        return isPlain;
    }
    /** A number, `true`, `false` or `null`: up to what cannot be part of one. */
    skipWord() {
        const { text } = this;
        let at = this.at;
        for (let code = text.charCodeAt(at); code > SPACE; code = text.charCodeAt(at)) {
            if (code === COMMA || code === CLOSE_BRACKET || code === CLOSE_BRACE)
                break;
            at += 1;
        }
        this.at = at;
    }
}

;// CONCATENATED MODULE: ./lib/bundle/json.js




/** Reads strict JSON (RFC 8259: no comments, no trailing commas). Never throws for what the text says. */
function json_parseJson(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return readFaults(text);
    }
    return readTree(text, value);
}

;// CONCATENATED MODULE: ./lib/bundle/variables.js

/** `{{integration}}` is the integration of the bundle itself, and has no value of its own. */
const variables_BUILT_IN = 'integration';
/**
 * What can stand between the braces, by the templates that are in use: `zis_integration_key`, `debug-webhook-url`,
 * `jobspec_<name>`. Other texts in braces are left alone.
 */
const NAME = String.raw `[\p{L}_<][\p{L}\p{N}_.<>-]{0,99}`;
/**
 * Whether a placeholder of this name is one that Zendesk fills in itself, in the texts of macros, triggers and
 * comments: `{{ticket.id}}`, `{{dc.welcome}}`. Without a value of this very name it is no variable, but text.
 */
function variables_isForZendesk(name) {
    return ZENDESKS_OWN.test(name);
}
const ZENDESKS_OWN = /^(?:ticket|user|current_user|organization|satisfaction|agent|comment|account|dc)\.[^.]/;
/**
 * Reads the `variables` input: `name=value` a line, or `name:=json` for a value that is no text. The first `=`
 * separates; spaces around name and value do not count, and a value may be empty. Blank lines and lines that begin
 * with `#` are left out. All problems are given at once.
 */
function parseVariables(text) {
    const variables = new Map();
    const firstLines = new Map();
    const problems = [];
    for (const [index, raw] of text.split('\n').entries()) {
        const content = raw.trim();
        if (content === '' || content.startsWith('#'))
            continue;
        const line = index + 1;
        const entry = readEntry(content, firstLines);
        if ('message' in entry) {
            problems.push({ line, ...entry });
        }
        else {
            variables.set(entry.name, entry.value);
            firstLines.set(entry.name, line);
        }
    }
    return { variables, problems };
}
function readEntry(content, firstLines) {
    const separator = content.indexOf('=');
    if (separator === -1)
        return { message: 'there is no `=`', hint: FORM };
    const before = content.slice(0, separator).trim();
    const isJson = before.endsWith(':');
    const name = isJson ? before.slice(0, -1).trim() : before;
    const text = content.slice(separator + 1).trim();
    const first = firstLines.get(name);
    if (!WHOLE_NAME.test(name))
        return { message: 'what stands before the `=` is no name', hint: NAME_HINT };
    if (name === variables_BUILT_IN)
        return { message: `the variable "${name}" is built in`, hint: BUILT_IN_HINT };
    if (first !== undefined) {
        return { message: `the variable "${name}" has a value already, on line ${first}`, hint: 'Remove one.' };
    }
    return isJson ? readJson(name, text) : { name, value: text };
}
function readJson(name, text) {
    const { root, tooDeep, duplicateKeys, reservedKeys, inexactNumbers } = parseJson(text);
    const refused = (what, hint) => ({ message: `the value of "${name}" ${what}`, hint });
    if (tooDeep !== null)
        return refused('is nested too deep', '');
    if (root === null)
        return refused('is not JSON', 'Write `=` instead of `:=` for a plain text.');
    if (duplicateKeys.length > 0)
        return refused('holds a key twice', 'Rename or remove one.');
    if (reservedKeys.length > 0)
        return refused('holds the key "__proto__"', 'Give it another name.');
    if (inexactNumbers.length > 0) {
        return refused('holds a number that a double cannot hold exactly', 'Write it as a string, or with fewer digits.');
    }
    return { name, value: root.value };
}
const WHOLE_NAME = new RegExp(`^${NAME}$`, 'u');
const FORM = 'A line reads `name=value`, or `name:=json` for a number, a list and the like.';
const NAME_HINT = 'A name has 1 to 100 letters, digits and `_ - . < >`, and begins with a letter, with `_` or with `<`.';
const BUILT_IN_HINT = 'It is the integration of each bundle: set the `integration` input.';

;// CONCATENATED MODULE: ./lib/bundle/fill-text.js

/**
 * A text with its placeholders filled in; it becomes the value itself when it is one placeholder and nothing else.
 * Values are not looked into again.
 */
function fill_text_fillText(written, variables) {
    const filled = new Set();
    const unfilled = new Set();
    let whole;
    const text = written.replace(PLACEHOLDER, (placeholder, name) => {
        const value = variables.get(name);
        if (value === undefined && isForZendesk(name))
            return placeholder;
        (value === undefined ? unfilled : filled).add(name);
        if (placeholder.length === written.length)
            whole = value;
        return value === undefined ? placeholder : fill_text_textOf(value);
    });
    if (filled.size + unfilled.size === 0)
        return { value: written, filling: null };
    return {
        value: whole === undefined ? text : whole,
        filling: { written, filled: [...filled], unfilled: [...unfilled] }
    };
}
/** The placeholders in a text, without those that are left to Zendesk. */
function fill_text_placeholdersIn(text, variables = NO_VARIABLES) {
    if (!text.includes('{{'))
        return [];
    const found = [];
    for (const { 0: whole, 1: name = '', index: start } of text.matchAll(PLACEHOLDER)) {
        if (!variables.has(name) && isForZendesk(name))
            continue;
        found.push({ name, start, end: start + whole.length });
    }
    return found;
}
const NO_VARIABLES = new Map();
/** A value as a part of a text: compact JSON, unless it is a text itself. */
function fill_text_textOf(value) {
    return typeof value === 'string' ? value : JSON.stringify(value);
}
/**
 * Whether a placeholder may stand in a string or a key of a JSON text: quickly, and never wrongly no. Nearly every bundle
 * has braces, and most have only those of ZIS, `{{$.path}}`.
 */
function fill_text_mayHoldPlaceholder(json) {
    if (json.includes('\\u'))
        return true;
    for (let at = json.indexOf('{{'); at !== -1; at = json.indexOf('{{', at + 1)) {
        let inner = at + 2;
        while (json[inner] === ' ')
            inner += 1;
        if (json[inner] !== '$')
            return true;
    }
    return false;
}
/** Whether a placeholder stands in any string or key of a value. */
function fill_text_mentionsPlaceholder(value) {
    if (typeof value === 'string')
        return mentions(value);
    if (value === null || typeof value !== 'object')
        return false;
    if (Array.isArray(value))
        return value.some(fill_text_mentionsPlaceholder);
    for (const key of Object.keys(value)) {
        if (mentions(key) || fill_text_mentionsPlaceholder(value[key] ?? null))
            return true;
    }
    return false;
}
function mentions(text) {
    return text.includes('{{') && text.search(PLACEHOLDER) !== -1;
}
/** For `replace`, `search` and `matchAll`, which keep no state in it. */
const PLACEHOLDER = new RegExp(String.raw `\{\{[ \t]*(${NAME})[ \t]*\}\}`, 'gu');

;// CONCATENATED MODULE: ./lib/bundle/jsonc.js
/** Files of this name may hold comments and trailing commas. */
function jsonc_isJsonc(path) {
    return /\.jsonc$/i.test(path);
}
/**
 * Strict JSON of a text that may hold comments and trailing commas: each is replaced by spaces, so that all else
 * keeps its place. What is wrong beyond that (a comment that never ends, `[,]`) stays, for the reader of JSON to find.
 */
function jsonc_withoutComments(text) {
    const blanks = [];
    let before = '';
    let comma = -1;
    for (let at = 0; at < text.length;) {
        const found = text.charAt(at);
        const end = partEnd(text, at);
        if (found === '/') {
            if (end === -1)
                break;
            blanks.push({ start: at, end });
        }
        else if (!isSpace(found)) {
            if (comma !== -1 && (found === '}' || found === ']'))
                blanks.push({ start: comma, end: comma + 1 });
            comma = found === ',' && !OPENING.has(before) ? at : -1;
            before = found;
        }
        at = end;
    }
    return blanked(text, blanks);
}
/** A comma behind one of these follows no value. */
const OPENING = new Set(['', '{', '[', ',', ':']);
/** The end of the string, the comment or the character that begins here; -1 for a comment that is none or never ends. */
function partEnd(text, start) {
    const first = text.charAt(start);
    if (first === '"')
        return stringEnd(text, start);
    if (first !== '/')
        return start + 1;
    if (text.startsWith('//', start))
        return lineEnd(text, start);
    if (!text.startsWith('/*', start))
        return -1;
    const close = text.indexOf('*/', start + 2);
    return close === -1 ? -1 : close + 2;
}
function stringEnd(text, start) {
    let at = start + 1;
    while (at < text.length && text[at] !== '"' && text[at] !== '\n')
        at += text[at] === '\\' ? 2 : 1;
    return at + 1;
}
function lineEnd(text, start) {
    let at = start;
    while (at < text.length && text[at] !== '\n' && text[at] !== '\r')
        at += 1;
    return at;
}
function isSpace(character) {
    return character === ' ' || character === '\n' || character === '\r' || character === '\t';
}
/** @param blanks none within another; a trailing comma comes after the comments that follow it */
function blanked(text, blanks) {
    let result = '';
    let done = 0;
    for (const { start, end } of [...blanks].sort((a, b) => a.start - b.start)) {
        result += text.slice(done, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
        done = end;
    }
    return result + text.slice(done);
}

;// CONCATENATED MODULE: ./lib/bundle/filled-node.js

/** A node of a file that has placeholders, or of a value that stands in no file. */
class filled_node_FilledNode {
    type;
    value;
    key;
    parent;
    filling;
    properties = new Members([], []);
    items = [];
    name;
    start;
    end;
    constructor(type, value, key, parent, { start, end }, filling) {
        this.type = type;
        this.value = value;
        this.key = key;
        this.parent = parent;
        this.filling = filling;
        this.name = key?.name ?? '';
        this.start = start;
        this.end = end;
    }
}
/** The nodes of a value that a variable has put in: they all stand where its placeholder stands. */
function filled_node_grown(value, key, parent, at, filling) {
    const node = new filled_node_FilledNode(typeOf(value), value, key, parent, at, filling);
    if (Array.isArray(value)) {
        node.items = value.map((item) => filled_node_grown(item, null, node, at, filling));
    }
    else if (value !== null && typeof value === 'object') {
        const members = Object.entries(value).map(([name, member]) => {
            const own = { name, start: at.start, end: at.end, filling };
            return filled_node_grown(member, own, node, at, filling);
        });
        node.properties = new Members(Object.keys(value), members);
    }
    return node;
}
/** The nodes of a value that stands in no file: each of them from 0 to 0. */
function nodeOf(value) {
    return filled_node_grown(value, null, null, { start: 0, end: 0 });
}
function typeOf(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'array';
    return typeof value;
}
/** How deep arrays and objects are nested in a value; 0 for any other. */
function filled_node_depthOf(value) {
    if (value === null || typeof value !== 'object')
        return 0;
    return 1 + Object.values(value).reduce((most, item) => Math.max(most, filled_node_depthOf(item)), 0);
}

;// CONCATENATED MODULE: ./lib/bundle/substitute.js







/**
 * Puts the values of variables in the place of `{{name}}`, in strings and in keys. Values are not looked into again.
 * Each node keeps the place that it has in the file; what a value adds stands where its placeholder's string stands.
 *
 * A file without a placeholder is given back as it is. `{{integration}}` is the bundle's own `integration`, else
 * the one given.
 *
 * @param integration the `integration` input; empty when there is none
 */
function substitute_substitute(parsed, variables, integration) {
    const { root } = parsed;
    if (root === null || !mentionsPlaceholder(root.value)) {
        return { ...parsed, placeholders: substitute_noPlaceholders(variables) };
    }
    const own = root.properties.get(BUILT_IN)?.value;
    const filler = new Filler(parsed, withBuiltIn(variables, own, integration), isOpen(own, variables));
    return { ...filler.fill(root), placeholders: { ...substitute_noPlaceholders(variables), ...filler.facts } };
}
/** What is known of a file that has none. */
function substitute_noPlaceholders(variables) {
    return { used: new Set(), unfilled: [], known: [...variables.keys(), BUILT_IN], tooLarge: null };
}
/** The variables together with `{{integration}}`, where that is known. */
function withBuiltIn(variables, own, integration) {
    const given = integration === '' ? variables : new Map([...variables, [BUILT_IN, integration]]);
    if (typeof own !== 'string')
        return given;
    if (own.length > LONGEST_INTEGRATION)
        return variables;
    const { value, filling } = fillText(own, given);
    const isKnown = typeof value === 'string' && (filling?.unfilled ?? []).length === 0;
    return isKnown ? new Map([...variables, [BUILT_IN, value]]) : variables;
}
/** Whether `integration` waits for another variable: then `{{integration}}` being unknown is no fault of its own. */
function isOpen(own, variables) {
    if (typeof own !== 'string' || own.length > LONGEST_INTEGRATION)
        return false;
    return (fillText(own, variables).filling?.unfilled ?? []).some((name) => name !== BUILT_IN);
}
/** No `integration` is written in more characters, placeholders included. */
const LONGEST_INTEGRATION = 1000;
/** Copies a tree and fills it in on the way. */
class Filler {
    parsed;
    variables;
    integrationIsOpen;
    used = new Set();
    unfilled = [];
    tooLarge = null;
    tooDeep = null;
    added = 0;
    duplicateKeys;
    reservedKeys;
    /** @param integrationIsOpen whether `{{integration}}` waits for another placeholder */
    constructor(parsed, variables, integrationIsOpen) {
        this.parsed = parsed;
        this.variables = variables;
        this.integrationIsOpen = integrationIsOpen;
        this.duplicateKeys = [...parsed.duplicateKeys];
        this.reservedKeys = [...parsed.reservedKeys];
    }
    fill(root) {
        const filled = this.node(root, null, null, 1);
        const { duplicateKeys, reservedKeys, tooDeep } = this;
        const sound = tooDeep === null && this.tooLarge === null;
        return { ...this.parsed, root: sound ? filled : null, duplicateKeys, reservedKeys, tooDeep };
    }
    get facts() {
        const { used, unfilled, tooLarge } = this;
        return { used, unfilled, tooLarge };
    }
    /** @param depth of the arrays and objects, that of the node itself counted */
    node(source, key, parent, depth) {
        if (source.type === 'string')
            return this.text(source, key, parent, depth);
        if (source.type === 'object')
            return this.object(source, key, parent, depth);
        if (source.type === 'array') {
            const value = [];
            const array = new FilledNode('array', value, key, parent, source);
            array.items = source.items.map((item) => this.node(item, null, array, depth + 1));
            value.push(...array.items.map((item) => item.value));
            return array;
        }
        return new FilledNode(source.type, source.value, key, parent, source);
    }
    object(source, key, parent, depth) {
        const value = {};
        const object = new FilledNode('object', value, key, parent, source);
        const members = new Map();
        for (const member of source.properties.nodes) {
            if (member.key === null)
                continue;
            const own = this.key(member.key);
            const first = members.get(own.name)?.key;
            if (first)
                this.duplicateKeys.push({ key: own, first });
            const filled = this.node(member, own, object, depth + 1);
            members.set(own.name, filled);
            setOwn(value, own.name, filled.value);
        }
        object.properties = new Members([...members.keys()], [...members.values()]);
        return object;
    }
    key(key) {
        const { value, filling } = this.filled(key.name, key);
        if (filling === null)
            return key;
        const filled = { name: textOf(value), start: key.start, end: key.end, filling };
        if (RESERVED_KEYS.has(filled.name))
            this.reservedKeys.push(filled);
        return filled;
    }
    text(source, key, parent, depth) {
        const { value, filling } = this.filled(source.value, source);
        if (filling === null)
            return new FilledNode('string', value, key, parent, source);
        if (depthOf(value) + depth - 1 > MAX_DEPTH) {
            this.tooDeep ??= { start: source.start, end: source.end };
            return new FilledNode('null', null, key, parent, source);
        }
        return grown(value, key, parent, source, filling);
    }
    /** A text filled in, and what is to be known of it noted. */
    filled(written, { start, end }) {
        const placeholders = placeholdersIn(written, this.variables);
        if (placeholders.length === 0 || !this.hasRoom(placeholders, { start, end })) {
            return { value: written, filling: null };
        }
        for (const placeholder of placeholders) {
            const { name } = placeholder;
            if (this.variables.has(name))
                this.used.add(name);
            else if (name !== BUILT_IN || !this.integrationIsOpen) {
                this.unfilled.push({ ...placeholder, holder: { value: written, start, end } });
            }
        }
        return fillText(written, this.variables);
    }
    /** Whether the values may be put in: a few placeholders can make a small file a huge one. */
    hasRoom(placeholders, at) {
        for (const { name } of placeholders) {
            if (this.tooLarge !== null)
                return false;
            const value = this.variables.get(name);
            if (value !== undefined)
                this.added += textOf(value).length;
            if (this.added > MAX_FILE_BYTES)
                this.tooLarge = at;
        }
        return this.tooLarge === null;
    }
}

;// CONCATENATED MODULE: ./lib/bundle/model.js





/** The only template version there is (Bundles API reference, zis_template_version). */
const TEMPLATE_VERSION = '2019-10-14';
/** Integration names (Bundles API reference, path parameter `integration`). */
const INTEGRATION_NAME = /^[a-z0-9_-]{1,64}$/;
/** The resource types that a bundle can hold. */
const RESOURCE_TYPES = (/* unused pure expression or super */ null && (['ZIS::Flow', 'ZIS::JobSpec', 'ZIS::Action::Http']));
/** Reads a file's bytes; one named `.jsonc` may hold comments and trailing commas. Never throws for what they hold. */
function readBundleFile(path, content) {
    const bytes = content.byteLength;
    if (bytes > MAX_FILE_BYTES)
        return tooLargeBundleFile(path, bytes);
    const { text, fault } = decode(content);
    const readable = fault === null || fault === 'byte-order-mark';
    const json = readable ? parseJson(isJsonc(path) ? withoutComments(text) : text) : null;
    return {
        path,
        bytes,
        encodingFault: fault,
        tooLarge: false,
        unreadable: null,
        lines: new Lines(text),
        json,
        placeholders: null
    };
}
/** The file with its placeholders filled in. What stands in it keeps its place. */
function fillIn(file, { variables, integration }) {
    if (file.json === null)
        return file;
    if (!mayHoldPlaceholder(file.lines.text))
        return { ...file, placeholders: noPlaceholders(variables) };
    const { placeholders, ...json } = substitute(file.json, variables, integration);
    return { ...file, json, placeholders };
}
/** A file of more than MAX_FILE_BYTES, which is not read. */
function tooLargeBundleFile(path, bytes) {
    return { ...unread(path, bytes), tooLarge: true };
}
/** A file whose bytes could not be had. */
function unreadableBundleFile(path, unreadable) {
    return { ...unread(path, 0), unreadable };
}
function unread(path, bytes) {
    return {
        path,
        bytes,
        encodingFault: null,
        tooLarge: false,
        unreadable: null,
        lines: new Lines(''),
        json: null,
        placeholders: null
    };
}
/** The entries of `resources` that have a known type, properties and a name, in the file's order. */
function resourcesOf(root) {
    const resources = [];
    for (const node of root.properties.get('resources')?.properties.nodes ?? []) {
        const type = node.properties.get('type')?.value;
        const properties = node.properties.get('properties');
        const name = properties?.properties.get('name')?.value;
        if (properties === undefined || typeof name !== 'string' || !isResourceType(type))
            continue;
        resources.push({ key: node.name, type, name, node, properties });
    }
    return resources;
}
function isResourceType(type) {
    return RESOURCE_TYPES.includes(type);
}

;// CONCATENATED MODULE: ./lib/bundle/objects.js
function objects_isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The value where it is an object, else an empty one: for looking into JSON of any shape. */
function objectOf(value) {
    return objects_isObject(value) ? value : {};
}
/** An own property; undefined for a key that only the prototype has. */
function own(object, key) {
    return object && Object.hasOwn(object, key) ? object[key] : undefined;
}
/** Sets an own property, of the name `__proto__` too. */
function objects_setOwn(object, name, value) {
    if (name === '__proto__') {
        Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
    }
    else {
        object[name] = value;
    }
}

;// CONCATENATED MODULE: ./lib/emulator/validate.js


// What ZIS takes, stated here on its own: a stand-in that shared these with the checker would agree with its
// mistakes. Sources: Bundles API reference; the type list from its sample and the custom action guide.
const INTEGRATION_KEY = /^[a-z0-9_-]{1,64}$/;
const validate_RESOURCE_TYPES = ['ZIS::Flow', 'ZIS::JobSpec', 'ZIS::Action::Http'];
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
    if (!objects_isObject(body))
        throw new Invalid('bundle must be a JSON object');
    const { name, zis_template_version: version, resources } = body;
    if (typeof name !== 'string' || name.trim() === '')
        throw new Invalid('name is required');
    if (version !== TEMPLATE_VERSION)
        throw new Invalid(`zis_template_version must be "${TEMPLATE_VERSION}"`);
    if (!objects_isObject(resources) || Object.keys(resources).length === 0)
        throw new Invalid('resources is required');
    for (const [key, resource] of Object.entries(resources))
        checkResource(key, resource);
    checkNames(body, others.filter((other) => other.name !== name));
    return { name, content: body };
}
/** `type` and `properties.name` of every sound resource. */
function resourcesIn(content) {
    const resources = objects_isObject(content.resources) ? Object.values(content.resources) : [];
    return resources.flatMap((resource) => {
        const { type = null, properties } = objects_isObject(resource) ? resource : {};
        if (!objects_isObject(properties) || typeof properties.name !== 'string')
            return [];
        return [{ type, name: properties.name, properties }];
    });
}
function checkResource(key, resource) {
    if (!objects_isObject(resource))
        throw new Invalid(`resource ${key} must be an object`);
    const { type = null, properties } = resource;
    if (!validate_RESOURCE_TYPES.includes(type))
        throw new Invalid(`resource ${key} has an unknown type`);
    if (!objects_isObject(properties))
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
        const states = objects_isObject(scope) && objects_isObject(scope.States) ? Object.values(scope.States) : [];
        for (const state of states.filter(objects_isObject)) {
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
        else if (objects_isObject(rule)) {
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
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
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
/** What each switch takes, for the message to whoever sets it otherwise. */
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
    if (!objects_isObject(data))
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
    if (!objects_isObject(value))
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
    if (!objects_isObject(data) || !objects_isObject(data.fault))
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
    if (!objects_isObject(match))
        throw new Error('match is an object.');
    const { pathPattern, ...conditions } = match;
    const path = typeof pathPattern === 'string' ? { path: new RegExp(pathPattern) } : {};
    return { fault: fault, match: { ...conditions, ...path }, ...(times === undefined ? {} : { times }) };
}

;// CONCATENATED MODULE: ./lib/emulator/server.js






/** 413 above this; real bundles are some 10 to 50 KB. */
const LARGEST_BODY = 10 * 1024 * 1024;
/** A process that runs for weeks must not grow by its own diary. */
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
/** Real time; what still sleeps when the emulator closes is woken. */
function realClock(closing) {
    return {
        now: () => Math.round(performance.timeOrigin + performance.now()),
        sleep: async (milliseconds) => {
            await (0,promises_namespaceObject.setTimeout)(milliseconds, undefined, { signal: closing }).catch(() => undefined);
        }
    };
}
const FORBIDDEN = answers_text(403, 'Only this machine may script the emulator.\n');
function fromThisMachine({ socket }) {
    return /^(?:::1$|(?:::ffff:)?127\.)/.test(socket.remoteAddress ?? '');
}
/** A body over the limit is read to its end and forgotten: breaking off would hide the answer. */
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
        !scopes.every((one) => SCOPES.includes(String(one)))) {
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
        return objects_isObject(value) ? value : null;
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
/** `job_specs/install?job_spec_name=…`, whose integration is in the name. */
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
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
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
        const file = (0,external_node_path_namespaceObject.join)((0,external_node_path_namespaceObject.resolve)(dataDir), 'registry.json');
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

;// CONCATENATED MODULE: ./lib/emulator/cli.js



/** How to use it, under the name that it was started by. */
function usageOf(program) {
    return `Usage: ${program} [--port PORT] [--data DIR] [--latency MS]

A ZIS Registry on this machine, to point registry-url at.

  --port PORT    the port to listen on; 0 takes any free one (default 8787)
  --data DIR     keep the bundles in this folder; without it they are gone at the end
  --latency MS   answer every request so many milliseconds later (default 0)
  --help         show this text

Faults for tests: POST /__emulator/faults with {"match": {"method", "path", "pathPattern", "nth"}, "times",
"fault": {"kind": "status" | "delay" | "reset" | "truncate" | "redirect" | "body", …}}, DELETE
/__emulator/faults, and GET /__emulator/requests for what was requested. POST, GET and DELETE
/__emulator/behaviour for how the registry acts: {"uniqueNames", "orphanJobSpecs", "readLagMs",
"installLagMs", "budget", "encoding", "firewall", "oauthUploads", "anyClient", "passwords", "date"}.
From this machine only.
`;
}
/**
 * Starts the emulator that the arguments ask for.
 *
 * @param argv    the arguments without node and script
 * @param log     gets one line a request
 * @param program what a user types to start it
 */
async function startFromArguments(argv, log, program = 'npm run registry --') {
    const usage = usageOf(program);
    let settings;
    try {
        settings = settingsIn(argv);
    }
    catch (error) {
        return { out: '', err: `${messageOf(error)}\n\n${usage}`, exitCode: 2, emulator: null };
    }
    if (settings === 'help')
        return { out: usage, err: '', exitCode: 0, emulator: null };
    try {
        const emulator = await startRegistryEmulator({ ...settings, log });
        return { out: greeting(emulator.url), err: '', exitCode: null, emulator };
    }
    catch (error) {
        if (!(error instanceof UserError))
            throw error;
        return { out: '', err: `${error.message}\n${error.hint}\n`, exitCode: 1, emulator: null };
    }
}
function settingsIn(argv) {
    const { values } = (0,external_node_util_namespaceObject.parseArgs)({
        args: [...argv],
        options: {
            port: { type: 'string', default: '8787' },
            data: { type: 'string' },
            latency: { type: 'string', default: '0' },
            help: { type: 'boolean', default: false }
        }
    });
    if (values.help)
        return 'help';
    if (values.data === '')
        throw new Error('--data is empty: give the name of a folder.');
    return {
        port: cli_whole('--port', values.port, 65_535),
        latencyMs: cli_whole('--latency', values.latency, 60_000),
        ...(values.data === undefined ? {} : { dataDir: values.data })
    };
}
function cli_whole(flag, text, most) {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (value <= most)
        return value;
    throw new Error(`${flag} is ${JSON.stringify(text)}: give a whole number from 0 to ${most}.`);
}
function greeting(url) {
    const [basic, bearer, client] = DEMO_CREDENTIALS;
    return [
        `ZIS Registry emulator at ${url}`,
        `  registry-url: ${url}`,
        `  email:        ${basic.email}`,
        `  api-token:    ${basic.apiToken}`,
        `  oauth-token:  ${bearer.oauthToken} (as in the real one: to list, show and delete, not to upload)`,
        `  oauth-client-id: ${client.clientId}, oauth-client-secret: ${client.clientSecret} (the same)`,
        'These credentials are public demo values. Ctrl+C stops it.',
        ''
    ].join('\n');
}


/***/ }),

/***/ 558:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(629);
/* harmony import */ var _cli_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(811);


const { out, err, exitCode, emulator } = await (0,_cli_js__WEBPACK_IMPORTED_MODULE_1__/* .startFromArguments */ .v)(process.argv.slice(2), (line) => {
    console.log((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(line));
});
// Before the greeting, which says that Ctrl-C works.
if (emulator !== null) {
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.once(signal, () => void emulator.close());
}
process.stdout.write(out);
process.stderr.write(err);
if (exitCode !== null)
    process.exitCode = exitCode;

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   ml: () => (/* binding */ shorten)
/* harmony export */ });
/* unused harmony exports plain, paint, joined, visibleLines, linesOf, coloured, inert, visibleJson, shortenMiddle, shortenPair */
/**
 * Characters that a reader cannot see or that change what the reader sees: control and format characters
 * (bidi overrides, zero-width characters, tags), line and paragraph separators, lone surrogates, blank
 * "letters" and variation selectors.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const NAMED = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
function visible(text, keep = '') {
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
    const shown = values.map((value) => visible(shorten(String(value), VALUE_LENGTH)));
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
    return text.split('\n').map((each) => visible(each));
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
/** What .NET's TrimStart takes away (Char.IsWhiteSpace); JavaScript's \s lacks U+0085. */
const NO_WHITE_SPACE = /[^\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const BREAK = '\u200b';
function inertLine(line) {
    const start = line.search(NO_WHITE_SPACE);
    const isCommand = start !== -1 && line.startsWith('::', start);
    const told = isCommand ? `${line.slice(0, start + 1)}${BREAK}${line.slice(start + 1)}` : line;
    return told.replaceAll('##[', `##${BREAK}[`);
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
    return `${characters.slice(0, most - 1).join('')}…`;
}
/** As shorten, but what is cut out is the middle: of a comparison both the subject and the value stay. */
function shortenMiddle(text, most) {
    const characters = Array.from(text.slice(0, 10_000));
    if (characters.length <= most)
        return text;
    const tail = Math.floor((most - 1) / 2);
    return `${characters.slice(0, most - 1 - tail).join('')}…${characters.slice(-tail).join('')}`;
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
    return [`…${shorten(old.slice(from), most - 1)}`, `…${shorten(now.slice(from), most - 1)}`];
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
/******/ var __webpack_exports__ = __nccwpck_require__(558);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
