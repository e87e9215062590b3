"""What a shell completes on a line of ``dxlist``; quick, and silent about everything else."""
