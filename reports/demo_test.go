package reports
import ("testing";"os";"fmt";"strings";"runtime";"strconv";"palermo/pipeline/source";"time")
func TestMem(t *testing.T){
	n,_:=strconv.Atoi(os.Getenv("N"))
	s,err:=Open(t.TempDir()+"/o",Formats(),options()); if err!=nil{t.Fatal(err)}
	run:=runOf(nil)
	t0:=time.Now()
	for i:=range n { f:=missed(i); f.Priority=1+i%5; f.Reading.Record.Fields[0].Value=strings.Repeat("x",2000); f.RecordID=fmt.Sprint("R-",i); f.Reading.Record.Unit=fmt.Sprint(i%5000); run.Totals.Add(f); s.Add(f); if i%50==0 {r:=reject(); r.Location=source.Location{File:"x",Row:i}; s.Reject(r)} }
	t.Log("add",time.Since(t0))
	if err:=s.Close(run);err!=nil{t.Fatal(err)}
	t.Log("all",time.Since(t0))
	b,_:=os.ReadFile("/proc/self/status")
	for _,l:=range strings.Split(string(b),"\n"){ if strings.HasPrefix(l,"VmHWM"){t.Log(l)}}
	var m runtime.MemStats; runtime.ReadMemStats(&m); t.Log("sys MB",m.Sys>>20)
	for _,o:=range s.Outputs(){t.Log(o.File,o.Bytes>>20)}
}
