package reports

import (
	"context"
	"errors"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// The page is opened in a real browser: the machine may have none, and then
// only the gate insists (PALERMO_REQUIRE_ALL=1).
func browser(t *testing.T) context.Context {
	t.Helper()
	found := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if at, err := exec.LookPath(name); err == nil {
			found = at
			break
		}
	}
	if found == "" {
		if os.Getenv("PALERMO_REQUIRE_ALL") == "1" {
			t.Fatal("no browser: apt-get install chromium")
		}
		t.Skip("no browser on this machine")
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(found), chromedp.NoSandbox)
	limit, stop := context.WithTimeout(t.Context(), 3*time.Minute)
	t.Cleanup(stop)
	ctx, stop := chromedp.NewExecAllocator(limit, options...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	return ctx
}

// complaints collects what the browser has to say, and every request that is
// not for the page itself.
type complaints struct {
	mutex sync.Mutex
	list  []string
}

func (c *complaints) listen(ctx context.Context, self string) error {
	add := func(text string) {
		c.mutex.Lock()
		defer c.mutex.Unlock()
		c.list = append(c.list, text)
	}
	return chromedp.Listen(ctx, func(event any) {
		switch e := event.(type) {
		case *log.EventEntryAdded:
			add(e.Entry.Text)
		case *runtime.EventExceptionThrown:
			add(e.ExceptionDetails.Text)
		case *network.EventRequestWillBeSent:
			if at, err := url.Parse(e.Request.URL); err != nil || at.Path != self {
				add("request for " + e.Request.URL)
			}
		}
	})
}

func (c *complaints) all() []string {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return slices.Clone(c.list)
}

// shot keeps what the browser shows where somebody wants to look at it.
func shot(ctx context.Context, t *testing.T, name string) {
	dir := os.Getenv("PALERMO_SCREENSHOTS")
	if dir == "" {
		return
	}
	png, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	err = errors.Join(err, os.MkdirAll(dir, 0o700),
		os.WriteFile(filepath.Join(dir, name+".png"), png, 0o600))
	if err != nil {
		t.Error(err)
	}
}

func TestPageInABrowser(t *testing.T) {
	ctx := browser(t)
	for _, lang := range Languages() {
		t.Run(lang, func(t *testing.T) {
			file := filepath.Join(pageDir(t, lang), "report.html")
			said := &complaints{}
			if err := said.listen(ctx, file); err != nil {
				t.Fatal(err)
			}
			command(ctx, t, network.Enable, network.EnableParams{})
			command(ctx, t, log.Enable, cdp.Empty{})
			do(ctx, t, chromedp.Navigate("file://"+file))
			for _, width := range []int64{390, 820, 1280} {
				command(ctx, t, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
					Width: width, Height: 900, DeviceScaleFactor: 1, Mobile: width < 500,
				})
				if wide := evaluate[[]string](ctx, t, tooWide); len(wide) > 0 {
					t.Errorf("at %d pixels the page scrolls sideways: %v", width, wide)
				}
				shot(ctx, t, lang+"-"+strconv.FormatInt(width, 10))
			}
			if faint := evaluate[[]string](ctx, t, lowContrast); len(faint) > 0 {
				t.Errorf("contrast under WCAG AA: %v", faint)
			}
			if unnamed := evaluate[[]string](ctx, t, withoutName); len(unnamed) > 0 {
				t.Errorf("not told to a screen reader: %v", unnamed)
			}
			filters(ctx, t)
			pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF())
			if err != nil {
				t.Fatal(err)
			}
			if len(pdf) < 1000 {
				t.Errorf("the print has %d bytes", len(pdf))
			}
			if dir := os.Getenv("PALERMO_SCREENSHOTS"); dir != "" {
				_ = os.WriteFile(filepath.Join(dir, lang+".pdf"), pdf, 0o600)
			}
			if list := said.all(); len(list) > 0 {
				t.Errorf("the browser says %q", list)
			}
		})
	}
}

// pageDir is the folder of a run to look at: that of PALERMO_RUN, or a small one.
func pageDir(t *testing.T, lang string) string {
	t.Helper()
	dir := publish(t, mixed(), reject())
	if own := os.Getenv("PALERMO_RUN"); own != "" {
		dir = own
	}
	saved, err := OpenRun(dir)
	if err != nil {
		t.Fatal(err)
	}
	out := t.TempDir()
	if _, err := saved.Render(t.Context(), Rendering{Formats: []string{"html"}, Out: out, Lang: lang}); err != nil {
		t.Fatal(err)
	}
	return out
}

// filters uses the page as a person does.
func filters(ctx context.Context, t *testing.T) {
	t.Helper()
	shown := func() int {
		return evaluate[int](ctx, t, `document.querySelectorAll("article.entry:not([hidden])").length`)
	}
	search := chromedp.ID("f-search")
	all := shown()
	do(ctx, t, chromedp.SendKeys(search, "PASSPÓRT kitchen"))
	if os.Getenv("PALERMO_RUN") == "" && shown() != all {
		t.Errorf("a search for words of every record shows %d of %d", shown(), all)
	}
	do(ctx, t, chromedp.SendKeys(search, " zzz-nowhere"))
	if shown() != 0 || !evaluate[bool](ctx, t, `!document.getElementById("f-none").hidden`) {
		t.Error("a search for nothing shows something, or does not say that there is none")
	}
	evaluate[bool](ctx, t, `(function () {
		var s = document.getElementById("f-search"); s.value = ""; s.dispatchEvent(new Event("input"));
		var p = document.getElementById("f-priority"); p.value = "1"; p.dispatchEvent(new Event("change")); return true; })()`)
	if n := shown(); n == 0 || n >= all {
		t.Errorf("priority 1 shows %d of %d", n, all)
	}
	evaluate[bool](ctx, t, `(function () {
		var p = document.getElementById("f-priority"); p.value = ""; p.dispatchEvent(new Event("change")); return true; })()`)
	if shown() != all {
		t.Error("records stay hidden")
	}
}

// Without its script the page shows every record and no filter that does nothing.
func TestPageWithoutScript(t *testing.T) {
	ctx := browser(t)
	command(ctx, t, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	do(ctx, t, chromedp.Navigate("file://"+filepath.Join(pageDir(t, "en"), "report.html")))
	hidden := evaluate[int](ctx, t, `document.querySelectorAll("article.entry[hidden]").length`)
	filter := evaluate[int](ctx, t, `document.querySelectorAll("#filter[hidden]").length`)
	if hidden != 0 || filter != 1 {
		t.Errorf("%d records hidden, %d filters hidden", hidden, filter)
	}
}

func do(ctx context.Context, t *testing.T, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// command sends one command of the protocol.
func command[P, R any](ctx context.Context, t *testing.T, c cdp.Command[P, R], params P) {
	t.Helper()
	do(ctx, t, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, c, params)
		return err
	}))
}

// evaluate runs a script in the page and returns what comes of it.
func evaluate[T any](ctx context.Context, t *testing.T, script string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](script))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// tooWide lists elements that make the page wider than the window.
const tooWide = `(function () {
	var root = document.documentElement;
	if (root.scrollWidth <= root.clientWidth) { return []; }
	return Array.from(document.body.querySelectorAll("*")).filter(function (e) {
		return !e.closest(".scroll") && e.getBoundingClientRect().right > root.clientWidth + 1;
	}).map(function (e) { return e.tagName + "." + e.className; }).slice(0, 5).concat(["(" + root.scrollWidth + ")"]);
})()`

// withoutName lists what a screen reader could not name.
const withoutName = `(function () {
	var bad = [];
	document.querySelectorAll("input, select").forEach(function (e) { if (!e.labels || !e.labels.length) { bad.push(e.id); } });
	document.querySelectorAll("[role=region], [role=img], nav, [role=search]").forEach(function (e) { if (!e.getAttribute("aria-label")) { bad.push(e.tagName); } });
	document.querySelectorAll("[aria-labelledby]").forEach(function (e) { if (!document.getElementById(e.getAttribute("aria-labelledby"))) { bad.push(e.getAttribute("aria-labelledby")); } });
	document.querySelectorAll("th").forEach(function (e) { if (!e.scope) { bad.push("th " + e.textContent); } });
	document.querySelectorAll("nav a").forEach(function (e) { if (!document.querySelector(e.getAttribute("href"))) { bad.push(e.href); } });
	var last = 1;
	document.querySelectorAll("h1, h2, h3").forEach(function (e) { var n = +e.tagName[1]; if (n > last + 1) { bad.push(e.textContent); } last = n; });
	if (document.querySelectorAll("h1").length !== 1 || !document.documentElement.lang) { bad.push("h1 or lang"); }
	return bad;
})()`

// lowContrast lists text with less contrast than WCAG 2.1 AA asks for.
const lowContrast = `(function () {
	function parts(c) { var m = c.match(/[\d.]+/g).map(Number); return m.length < 4 ? m.concat([1]) : m; }
	function light(c) { return [0.2126, 0.7152, 0.0722].reduce(function (sum, w, i) {
		var v = c[i] / 255; return sum + w * (v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4)); }, 0); }
	function ground(e) { for (; e; e = e.parentElement) { var c = parts(getComputedStyle(e).backgroundColor); if (c[3] > 0) { return c; } } return [255, 255, 255, 1]; }
	var bad = [];
	document.querySelectorAll("body *").forEach(function (e) {
		var own = Array.from(e.childNodes).some(function (n) { return n.nodeType === 3 && n.textContent.trim(); });
		if (!own || e.closest("script, style, option, title") || !e.getClientRects().length) { return; }
		var style = getComputedStyle(e), svg = e.namespaceURI.indexOf("svg") >= 0;
		var a = light(parts(svg ? style.fill : style.color)), b = light(ground(e));
		var ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
		var size = parseFloat(style.fontSize), large = size >= 24 || size >= 18.66 && +style.fontWeight >= 700;
		if (ratio < (large ? 3 : 4.5)) { bad.push(e.tagName + "." + (e.getAttribute("class") || "") + " " + ratio.toFixed(2)); }
	});
	return bad.slice(0, 10);
})()`
