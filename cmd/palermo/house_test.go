package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms lists the folders of the house in the order in which they may import
// each other: a later one may import an earlier one, and never the other way.
func rooms() []string {
	return []string{
		"palermo/pipeline/source", "palermo/extract", "palermo/screen", "palermo/pipeline/history",
		"palermo/reports", "palermo/pipeline", "palermo/cmd",
	}
}

// roomOf returns the place of a package in the order, -1 outside the house.
// The longest name wins, so that source is not taken for the pipeline.
func roomOf(pkg string) int {
	best, length := -1, 0
	for i, room := range rooms() {
		if (pkg == room || strings.HasPrefix(pkg, room+"/")) && len(room) > length {
			best, length = i, len(room)
		}
	}
	return best
}

// Imports run one way.
func TestImportOrder(t *testing.T) {
	eachFile(t, func(pkg, name string, _ *token.FileSet, file *ast.File) {
		from := roomOf(pkg)
		if from < 0 {
			t.Errorf("%s stands in no room of the house", name)
			return
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasPrefix(imported, "palermo/") && roomOf(imported) > from {
				t.Errorf("%s imports %s, which comes later", name, imported)
			}
		}
	})
}

// The order of the rooms is that of the design, nested folders included.
func TestRoomOf(t *testing.T) {
	order := []string{
		"palermo/pipeline/source", "palermo/extract/pattern", "palermo/screen", "palermo/pipeline/history/store",
		"palermo/reports", "palermo/pipeline", "palermo/cmd/palermo",
	}
	if !slices.IsSortedFunc(order, func(a, b string) int { return roomOf(a) - roomOf(b) }) || roomOf("fmt") != -1 {
		t.Error("the rooms are not told apart")
	}
}

// Only main.go ends the program; nothing panics and nothing runs by itself
// when it is imported.
func TestNothingEndsOrStartsByItself(t *testing.T) {
	eachFile(t, func(_, name string, files *token.FileSet, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Recv == nil && n.Name.Name == "init" {
					t.Errorf("%s: func init", files.Position(n.Pos()))
				}
			case *ast.CallExpr:
				call := callee(n)
				ends := call == "panic" || strings.HasPrefix(call, "log.Fatal") || strings.HasPrefix(call, "log.Panic") ||
					call == "os.Exit" && name != "cmd/palermo/main.go"
				if ends {
					t.Errorf("%s: %s", files.Position(n.Pos()), call)
				}
			}
			return true
		})
	})
}

func callee(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		if pkg, ok := f.X.(*ast.Ident); ok {
			return pkg.Name + "." + f.Sel.Name
		}
	}
	return ""
}

// No package keeps state that a run could change: nothing outside a function
// is assigned to.
func TestPackagesHoldNoState(t *testing.T) {
	variables := map[string]map[string]bool{} // by package
	eachFile(t, func(pkg, _ string, _ *token.FileSet, file *ast.File) {
		if variables[pkg] == nil {
			variables[pkg] = map[string]bool{}
		}
		for _, decl := range file.Decls {
			if gen, ok := decl.(*ast.GenDecl); ok && gen.Tok == token.VAR {
				for _, spec := range gen.Specs {
					for _, id := range spec.(*ast.ValueSpec).Names {
						variables[pkg][id.Name] = id.Name != "_"
					}
				}
			}
		}
	})
	eachFile(t, func(pkg, _ string, files *token.FileSet, file *ast.File) {
		changed := func(target ast.Expr) {
			// The parser resolves what is declared in the same file. A name
			// without a declaration comes from another file of the package.
			id := rootOf(target)
			if id == nil || !variables[pkg][id.Name] {
				return
			}
			if id.Obj == nil || id.Obj == file.Scope.Lookup(id.Name) {
				t.Errorf("%s: %s is changed, and belongs to the package", files.Position(id.Pos()), id.Name)
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				if n.Tok != token.DEFINE {
					for _, target := range n.Lhs {
						changed(target)
					}
				}
			case *ast.IncDecStmt:
				changed(n.X)
			}
			return true
		})
	})
}

// rootOf returns the variable that an assignment reaches into: x in x.y[i].
func rootOf(target ast.Expr) *ast.Ident {
	switch e := target.(type) {
	case *ast.Ident:
		return e
	case *ast.IndexExpr:
		return rootOf(e.X)
	case *ast.SelectorExpr:
		return rootOf(e.X)
	case *ast.StarExpr:
		return rootOf(e.X)
	case *ast.ParenExpr:
		return rootOf(e.X)
	}
	return nil
}

// eachFile visits every Go file of the module that is no test. Names are from
// the root of the module, with forward slashes.
func eachFile(t *testing.T, visit func(pkg, name string, files *token.FileSet, file *ast.File)) {
	t.Helper()
	const root = "../.."
	files, seen := token.NewFileSet(), 0
	err := filepath.WalkDir(root, func(at string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(at, ".go") || strings.HasSuffix(at, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(files, at, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, at)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(rel)
		visit("palermo/"+name[:strings.LastIndexByte(name, '/')], name, files, file)
		seen++
		return nil
	})
	if err != nil || seen < 20 {
		t.Fatalf("visited %d files: %v", seen, err)
	}
}
