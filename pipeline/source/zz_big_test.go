package source
import ("testing";"context";"runtime";"time";"fmt";"os";"path/filepath";"github.com/xuri/excelize/v2")
func TestBig(t *testing.T){
 if os.Getenv("BIG")=="" {t.Skip()}
 for _, n := range []int{100_000, 1_000_000} {
 path := write(t,"big.csv",caseLog(n))
 runtime.GC()
 s:=time.Now(); in,err:=Digest(path); if err!=nil{t.Fatal(err)}; d:=time.Since(s)
 var peak uint64; k:=0; s=time.Now()
 err=Read(context.Background(),in,Options{},func(it Item)error{ k++; if k%20000==0{ var m runtime.MemStats; runtime.ReadMemStats(&m); peak=max(peak,m.HeapInuse)}; return nil})
 fmt.Println(n,k,err,"bytes",in.Bytes,"digest",d,"read",time.Since(s),"peak MB",peak>>20)
 }
 f := excelize.NewFile(); w,_ := f.NewStreamWriter("Sheet1"); w.SetRow("A1",[]any{"case_id","date","narrative"})
 for i:=2;i<=100001;i++{ w.SetRow(fmt.Sprintf("A%d",i),[]any{fmt.Sprintf("A-%d",i),43000+i%1000,story+fmt.Sprint(i)}) }
 w.Flush(); p:=filepath.Join(t.TempDir(),"b.xlsx"); f.SaveAs(p); f.Close()
 in,_:=Digest(p); s:=time.Now(); k:=0; var peak uint64
 err:=Read(context.Background(),in,Options{},func(it Item)error{ if it.Record!=nil {k++}; if k%10000==0{ var m runtime.MemStats; runtime.ReadMemStats(&m); peak=max(peak,m.HeapInuse)}; return nil})
 fmt.Println("xlsx",k,err,time.Since(s),"peak MB",peak>>20)
 // adversarial quotes
 for name, body := range map[string]string{"one quote at top": "1,\"x\n", "all odd": ""} {
  b := []byte("case_id,narrative\n"+body)
  for i:=0;i<1_000_000;i++ { if body=="" { b=append(b,"1,tall 5\" male\n"...)} else {b=append(b,"1,plain text here "+fmt.Sprint(i)+"\n"...)} }
  in,_:=Digest(write(t,"q.csv",string(b))); rec,rej:=0,0; s:=time.Now()
  err:=Read(context.Background(),in,Options{},func(it Item)error{ if it.Record!=nil{rec++}; if it.Reject!=nil{rej++}; return nil})
  fmt.Println(name,rec,rej,err,time.Since(s))
 }
}
