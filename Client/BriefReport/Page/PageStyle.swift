/// The style sheet of all pages. Colours keep a contrast of 4.5 and more against what they stand on
/// (WCAG 2.2, AA), in light and dark; nothing is said by colour alone.
enum PageStyle {
  static let sheet: StaticString = """
    :root{color-scheme:light dark;--page:#fff;--ink:#1b1b1f;--quiet:#55565e;--rule:#c9cad2;\
    --link:#0b4f9e;--box:#f4f4f7;--new:#0a5c2b;--newbox:#dff3e4;--old:#9b1c1c;--oldbox:#fbe4e4;\
    --warn:#7a4b00;--warnbox:#fdf0d5}
    @media(prefers-color-scheme:dark){:root{--page:#16171b;--ink:#e8e8ec;--quiet:#a9abb6;\
    --rule:#43454f;--link:#8fbcf5;--box:#1f2127;--new:#86d9a1;--newbox:#12321e;--old:#f5a3a3;\
    --oldbox:#431a1a;--warn:#f0c674;--warnbox:#3a2c10}}
    *{box-sizing:border-box}
    html{font:100%/1.5 system-ui,"Liberation Sans","DejaVu Sans",sans-serif;background:var(--page);\
    color:var(--ink);-webkit-text-size-adjust:100%}
    body{margin:0 auto;padding:1rem 1rem 3rem;max-width:62rem;overflow-wrap:anywhere}
    header,main,footer,nav{display:block}main:focus{outline:none}
    h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0}
    h2{font-size:1.25rem;line-height:1.3;margin:2.2rem 0 .6rem;padding-top:.5rem;\
    border-top:1px solid var(--rule)}
    h3{font-size:1.05rem;margin:1.3rem 0 .3rem}
    p,ul,ol,dl,blockquote,figure{margin:.5rem 0}
    p,li,dd,blockquote{max-width:44rem}
    a{color:var(--link)}a:focus-visible,[tabindex]:focus-visible,summary:focus-visible\
    {outline:3px solid var(--link);outline-offset:2px}
    .skip{position:absolute;left:-99rem;background:var(--page);padding:.5rem 1rem;z-index:1}
    .skip:focus{left:.5rem;top:.5rem}
    .facts,footer,.quiet,time{color:var(--quiet)}footer{margin-top:3rem;font-size:.9rem;\
    border-top:1px solid var(--rule)}
    nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem}
    nav a{display:inline-block;padding:.3rem 0}
    ul.plain{list-style:none;padding:0}ul.plain>li{margin:.9rem 0}
    blockquote{border-inline-start:3px solid var(--rule);padding-inline-start:.8rem;\
    margin-inline:0;color:var(--quiet)}
    ins{background:var(--newbox);color:var(--new);text-decoration:underline;padding:0 .15em}
    del{background:var(--oldbox);color:var(--old);text-decoration:line-through;padding:0 .15em}
    ins::before{content:"{+"}ins::after{content:"+}"}
    del::before{content:"[\\2212"}del::after{content:"\\2212]"}
    .tag{display:inline-block;border:1px solid currentColor;border-radius:.25rem;padding:0 .4em;\
    font-size:.85rem;margin-inline-end:.4em;white-space:nowrap}
    .new{color:var(--new)}.old{color:var(--old)}.warn{color:var(--warn)}
    .box{background:var(--warnbox);color:var(--warn);padding:.6rem .9rem;border-radius:.3rem}
    table{border-collapse:collapse;margin:.8rem 0;width:100%;font-size:.95rem}
    caption{text-align:start;font-weight:600;padding:.3rem 0}
    th,td{text-align:start;vertical-align:top;padding:.35rem .6rem .35rem 0;\
    border-bottom:1px solid var(--rule)}thead th{color:var(--quiet);font-weight:600}
    tbody th{font-weight:600}code,pre{font-family:"Liberation Mono","DejaVu Sans Mono",monospace;\
    font-size:.9em}pre{white-space:pre-wrap;background:var(--box);padding:.6rem}
    .scroll{overflow-x:auto}.scroll table{width:auto;min-width:100%;overflow-wrap:normal}
    .scroll td{text-align:end;min-width:4.5rem}.scroll thead th{vertical-align:bottom}
    .heat{display:inline-block;min-width:2.6rem;padding:0 .3rem;text-align:end}
    .heat1{background:var(--box)}.heat2{box-shadow:inset 0 -.2rem var(--link);\
    background:var(--box)}.heat3{box-shadow:inset 0 -.4rem var(--link);background:var(--box)}
    .heat4{box-shadow:inset 0 -.6rem var(--link);background:var(--box);font-weight:700}
    dl.facts{display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:.2rem 1rem}
    dl.facts dd{margin:0;color:var(--ink)}
    svg{display:block;width:100%;overflow:hidden}svg text{fill:var(--ink);\
    font:.8rem system-ui,"Liberation Sans",sans-serif;paint-order:stroke;stroke:var(--page);\
    stroke-width:4px;stroke-linejoin:round}svg .quiet{fill:var(--quiet)}
    svg .axis{stroke:var(--rule)}svg .path{stroke:var(--old);stroke-width:2}\
    svg .now{stroke:var(--ink);stroke-dasharray:4 3}
    svg .past{fill:var(--page);stroke:var(--old);stroke-width:2}svg .last{fill:var(--link)}
    @media(max-width:40rem){table:not(.wide),table:not(.wide)>tbody,table:not(.wide)>tbody>tr,\
    table:not(.wide)>tbody>tr>*{display:block}table:not(.wide)>thead{position:absolute;left:-99rem}\
    table:not(.wide)>caption{display:block}table:not(.wide)>tbody>tr{padding:.5rem 0;\
    border-bottom:1px solid var(--rule)}table:not(.wide)>tbody>tr>*{border:0;padding:.1rem 0}\
    table:not(.wide) td[data-head]::before{content:attr(data-head) ": ";color:var(--quiet)}}
    @media print{:root{--page:#fff;--ink:#000;--quiet:#333;--rule:#999;--link:#000;--box:#fff;\
    --newbox:#fff;--oldbox:#fff;--warnbox:#fff;--new:#000;--old:#000;--warn:#000}\
    body{max-width:none;padding:0;font-size:10.5pt}nav,.skip{display:none}\
    h2,h3,caption{break-after:avoid}li,tr,figure,blockquote{break-inside:avoid}\
    a{text-decoration:none}main a[href^="http"]::after{content:" <" attr(href) ">";font-size:.85em}}
    """
}
