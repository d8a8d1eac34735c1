package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"palermo/pipeline/history"
	"palermo/pipeline/history/hold"
)

// history is the verb that keeps stores.
func (s *shell) history() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "history",
		Short: "Make, check, copy and prune a store of runs",
		Long: `A store keeps the runs, the findings by their digests and the decisions of
reviewers, and no text of any record. audit --store holds a run against the last
one in it.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(s.initStore(), s.backupStore(), s.migrateStore(), s.pruneStore(), s.verifyStore())
	return cmd
}

func (s *shell) initStore() *cobra.Command {
	return &cobra.Command{
		Use:   "init STORE",
		Short: "Make a store",
		Long: `init makes a store: a file that only its owner can read, or the tables in a
PostgreSQL database. A store that is there is left as it is. audit never makes
one, so that a disk which is not mounted does not make every finding new.`,
		Example: `  palermo history init palermo.db
  palermo history init postgres://palermo@db.example.org/palermo`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			store, err := history.Create(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			fmt.Fprintf(s.stdout, "%s is ready\n", printable(store.Where()))
			return store.Close()
		},
	}
}

func (s *shell) backupStore() *cobra.Command {
	return &cobra.Command{
		Use:   "backup STORE FILE",
		Short: "Copy a store into a file",
		Long: `backup copies a store into a new file that only its owner can read, also while an
audit goes on. To restore it, put it in the place of the store. A PostgreSQL store
is copied with pg_dump.`,
		Example: `  palermo history backup palermo.db backup/palermo-2026-03-01.db`,
		Args:    cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := history.Backup(cmd.Context(), args[0], args[1]); err != nil {
				return err
			}
			fmt.Fprintf(s.stdout, "%s holds a copy of %s\n", printable(args[1]), printable(args[0]))
			return nil
		},
	}
}

func (s *shell) migrateStore() *cobra.Command {
	var to int64
	var force bool
	cmd := &cobra.Command{
		Use:   "migrate STORE",
		Short: "Bring the tables of a store to another version",
		Long: `A store is brought up to date whenever it is opened. migrate also brings it
back, for an older palermo to read. Where that one has no place for runs, decisions
or quotes that the store holds, it says how many would be lost and asks for --force;
it never does so while a run works with the store.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			from, now, err := history.Migrate(cmd.Context(), args[0], to, force, hold.Claim{Now: s.now()})
			if err != nil {
				return err
			}
			fmt.Fprintf(s.stdout, "schema %d, was %d\n", now, from)
			return nil
		},
	}
	cmd.Flags().Int64Var(&to, "to", -1, "version of the tables, -1 for the newest")
	cmd.Flags().BoolVar(&force, "force", false, "lose what the older version has no place for")
	return cmd
}
